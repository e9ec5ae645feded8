import { describe, expect, it } from "vitest";
import { csvLine } from "./csv";

describe("csvLine", () => {
  it("quotes commas, quotes and line ends as RFC 4180 says", () => {
    expect(csvLine(["a,b", 'say "hi"', "two\nlines", 5, null])).toBe(
      '"a,b","say ""hi""","two\nlines",5,\r\n',
    );
  });

  it("never lets a spreadsheet run a cell as a formula", () => {
    expect(csvLine(["=1+1", "@x", "+82", "-5", -5])).toBe("'=1+1,'@x,'+82,'-5,-5\r\n");
  });
});
