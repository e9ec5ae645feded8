/** The owner whom the first-run test makes; every spec signs in as them unless it says otherwise. */
export const OWNER = {
  name: "Owner of the tests",
  email: "owner@example.com",
  password: "a long password of the tests",
};

export const STORAGE_STATE = "test-results/owner.json";
