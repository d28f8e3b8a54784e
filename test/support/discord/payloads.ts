/** The parts of Discord's payloads that the fake reads; everything a bot sends is checked before it is believed. */
export type UserPayload = {
  id: string;
  username: string;
  global_name: string | null;
  discriminator: string;
  avatar: null;
  bot: boolean;
  public_flags: number;
  flags: number;
  primary_guild: null;
};

export type Embed = {
  type?: 'rich';
  title?: string;
  description?: string;
  url?: string;
  color?: number;
  timestamp?: string;
  fields?: { name: string; value: string; inline?: boolean }[];
  footer?: { text: string; icon_url?: string };
  author?: { name: string; url?: string; icon_url?: string };
  image?: { url: string };
  thumbnail?: { url: string };
};

export type SelectOption = { label: string; value: string; description?: string; default?: boolean };

/** Any component: a row, button, select, text input, or one of the second version; `type` says which. */
export type Component = {
  type: number;
  id?: number;
  components?: Component[];
  accessory?: Component;
  component?: Component;
  style?: number;
  label?: string;
  emoji?: { id?: string | null; name?: string };
  custom_id?: string;
  url?: string;
  sku_id?: string;
  disabled?: boolean;
  options?: SelectOption[];
  placeholder?: string;
  min_values?: number;
  max_values?: number;
  content?: string;
  value?: string;
  values?: string[];
  required?: boolean;
  file?: { url: string };
  media?: { url: string };
  items?: { media: { url: string }; description?: string }[];
};

export type AllowedMentions = { parse?: string[]; users?: string[]; roles?: string[]; replied_user?: boolean };

type AttachmentBody = { id: string | number; filename?: string; description?: string | null };

export type Attachment = {
  id: string;
  filename: string;
  size: number;
  url: string;
  proxy_url: string;
  content_type?: string;
  description?: string;
};

type MessageReference = {
  /** 0 for a reply, which is meant where nothing is said; 1 for a forwarded message. */
  type?: number;
  message_id?: string;
  channel_id?: string;
  guild_id?: string;
  fail_if_not_exists?: boolean;
};

/** What a bot sends to make or change a message. */
export type MessageBody = {
  content?: string | null;
  tts?: boolean;
  nonce?: string | number;
  enforce_nonce?: boolean;
  embeds?: Embed[] | null;
  components?: Component[] | null;
  flags?: number | null;
  allowed_mentions?: AllowedMentions | null;
  message_reference?: MessageReference | null;
  attachments?: AttachmentBody[] | null;
  sticker_ids?: string[];
  poll?: unknown;
};

/** A message as the API shows it. */
export type MessagePayload = {
  id: string;
  channel_id: string;
  author: UserPayload;
  content: string;
  timestamp: string;
  edited_timestamp: string | null;
  tts: boolean;
  mention_everyone: boolean;
  mentions: UserPayload[];
  mention_roles: string[];
  attachments: Attachment[];
  embeds: Embed[];
  components: Component[];
  pinned: boolean;
  type: number;
  flags: number;
  nonce?: string | number;
  webhook_id?: string;
  application_id?: string;
  message_reference?: MessageReference;
  referenced_message?: MessagePayload | null;
  message_snapshots?: { message: object }[];
  interaction_metadata?: object;
};

/** A file as it was uploaded. */
export type UploadedFile = { field: string; name: string; contentType: string; bytes: Uint8Array };

export type Choice = { name: string; name_localizations?: Record<string, string> | null; value: string | number };

export type CommandOption = {
  type: number;
  name: string;
  name_localizations?: Record<string, string> | null;
  description: string;
  description_localizations?: Record<string, string> | null;
  required?: boolean;
  autocomplete?: boolean;
  choices?: Choice[];
  options?: CommandOption[];
  min_length?: number;
  max_length?: number;
  min_value?: number;
  max_value?: number;
  channel_types?: number[];
};

/** A command as a bot registers it. */
export type CommandBody = {
  name: string;
  name_localizations?: Record<string, string> | null;
  type?: number;
  description?: string;
  description_localizations?: Record<string, string> | null;
  options?: CommandOption[];
  default_member_permissions?: string | null;
  integration_types?: number[];
  contexts?: number[] | null;
  nsfw?: boolean;
};

/** A command as Discord keeps it, with the defaults filled in. */
export type Command = Required<Omit<CommandBody, 'options' | 'description_localizations' | 'name_localizations'>> & {
  id: string;
  application_id: string;
  version: string;
  name_localizations: Record<string, string> | null;
  description_localizations: Record<string, string> | null;
  options?: CommandOption[];
};

/** An answer to an interaction. */
export type CallbackBody = {
  type: number;
  data?: MessageBody & { choices?: Choice[]; title?: string; custom_id?: string };
};
