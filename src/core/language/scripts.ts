/** Whether a text holds a letter of a script. */
export const HAN = /\p{Script=Han}/u;
export const CYRILLIC = /\p{Script=Cyrillic}/u;
