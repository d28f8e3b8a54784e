import type { Component, Embed } from './payloads.ts';
import type { Message } from './world.ts';

/** All that a user reads in a message, line by line: content, embeds, components. */
export function textOf(message: Message): string {
  const { content, embeds, components } = message.payload;
  return [content, ...embeds.flatMap(embedText), ...components.flatMap(componentText)].filter(Boolean).join('\n');
}

/** Every text of an embed that counts towards the 6000 characters of a message. */
export function embedText(embed: Embed): string[] {
  return [
    embed.author?.name,
    embed.title,
    embed.description,
    ...(embed.fields ?? []).flatMap(({ name, value }) => [name, value]),
    embed.footer?.text,
  ].filter((text) => typeof text === 'string');
}

function componentText(component: Component): string[] {
  return [
    component.label,
    component.content,
    component.placeholder,
    ...(component.options ?? []).map(({ label }) => label),
    ...[component.accessory, component.component].flatMap((inner) => (inner ? componentText(inner) : [])),
    ...(component.components ?? []).flatMap(componentText),
  ].filter((text) => typeof text === 'string');
}
