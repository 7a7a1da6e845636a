import type { Access } from '@parvis/contracts';

/** What holds between an account and what the path names. */
export interface Relations {
  /** `:personId` is a person of this account. */
  readonly self: boolean;
  /** One of the two people of `:pairId` is a person of this account. */
  readonly memberOfPair: boolean;
  /** Coordinates the program of everything that the path names; with nothing named, some program. */
  readonly coordinator: boolean;
  /** Admin of `:municipalityId`. */
  readonly admin: boolean;
  readonly operator: boolean;
}

export const NO_RELATIONS: Relations = {
  self: false,
  memberOfPair: false,
  coordinator: false,
  admin: false,
  operator: false,
};

/** Who may, in one place. `relations` is null for one who is not signed in. */
export function mayAccess(access: Access, relations: Relations | null): boolean {
  if (access === 'anyone') return true;
  if (relations === null) return false;
  switch (access) {
    case 'signed-in':
      return true;
    case 'participant-self':
      return relations.self;
    case 'member-of-pair':
      return relations.memberOfPair;
    case 'coordinator-of-program':
      return relations.coordinator;
    case 'admin-of-municipality':
      return relations.admin;
    case 'operator':
      return relations.operator;
  }
}
