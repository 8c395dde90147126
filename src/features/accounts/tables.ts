/** The accounts' tables that we read ourselves (migrations/0002); the sign-in library owns the rest. */
export interface AuthTables {
  user: { id: string; email: string; createdAt: Date };
  session: {
    id: string;
    token: string;
    userId: string;
    userAgent: string | null;
    createdAt: Date;
    updatedAt: Date;
    expiresAt: Date;
  };
  verification: { id: string; expiresAt: Date };
  passkey: { id: string; name: string | null; userId: string; createdAt: Date | null };
}
