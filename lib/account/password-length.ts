/** Characters of a password: long enough to resist guessing, short enough that hashing cannot be abused. */
export const PASSWORD_LENGTH = { minimum: 12, maximum: 128 } as const;
