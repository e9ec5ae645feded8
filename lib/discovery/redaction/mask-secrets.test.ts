import { describe, expect, it } from "vitest";
import { MASK, maskNamed, maskSecrets } from "./mask-secrets";

describe("secrets in free text", () => {
  it.each([
    ["root password: Sup3r!", "Sup3r!"],
    ["PW=hunter2 ask Kim", "hunter2"],
    ["admin / Passw0rd!", "Passw0rd!"],
    ["비밀번호: qwer1234", "qwer1234"],
    ["postgres://app:s3cret@db-01/app", "s3cret"],
    ["api_key = AKIA0123456789", "AKIA0123456789"],
    ["-----BEGIN RSA PRIVATE KEY-----\nMIIEowIB\n-----END", "MIIEowIB"],
  ])("masks %s", (text, secret) => {
    const { text: masked, kinds } = maskSecrets(text);
    expect(masked).not.toContain(secret);
    expect(masked).toContain(MASK);
    expect(kinds).toHaveLength(1);
    // A text that was masked once is left as it is.
    expect(maskSecrets(masked).text).toBe(masked);
  });

  it.each([
    "Passwords are in the vault",
    "Owner: admin@example.com",
    "Bypass the proxy at 10.0.0.1",
    "Backup daily, keep 30 days",
  ])("leaves %s alone", (text) => {
    expect(maskSecrets(text)).toEqual({ text, kinds: [] });
  });

  it("masks the whole value of a field whose name announces one", () => {
    expect(maskNamed("root password", "two words")).toEqual({ text: MASK, kinds: ["password"] });
    expect(maskNamed("초기 비밀번호", "1234").text).toBe(MASK);
    expect(maskNamed("Bypass", "two words").text).toBe("two words");
    expect(maskNamed("Owner", "Kim").text).toBe("Kim");
  });
});
