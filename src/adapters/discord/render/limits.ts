/**
 * What Discord accepts in one message, command or interaction: lengths in characters (counted in UTF-16 units, which
 * is never less than Discord counts), numbers in pieces. Source: discord.com/developers/docs, "Message", "Embed
 * Limits", "Component Reference" and "Application Commands".
 */
export const LIMITS = {
  contentCharacters: 2000,
  embedDescriptionCharacters: 4096,
  /** What stands below an embed; Discord takes 2048, nobody reads as much there. */
  footerCharacters: 200,
  /** All embeds of one message together, less the footer. Discord takes 6,000. */
  embedCharactersInAll: 5800,
  /** What a screen reader says for a file. */
  fileDescriptionCharacters: 1024,
  rows: 5,
  buttonsInRow: 5,
  buttonLabelCharacters: 80,
  customIdCharacters: 100,
  selectOptions: 25,
  selectLabelCharacters: 100,
  placeholderCharacters: 150,
  modalTitleCharacters: 45,
  fieldLabelCharacters: 45,
  fieldHintCharacters: 100,
  choices: 25,
  choiceCharacters: 100,
  commandDescriptionCharacters: 100,
} as const;
