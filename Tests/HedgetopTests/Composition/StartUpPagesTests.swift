import Testing

@testable import hedgetop

@Suite struct StartUpPagesTests {
  @Test(
    "only what is in a file just as it is in memory is given back",
    arguments: [
      ("1000-2000 r-xp 00763000 08:01 12 /usr/bin/hedgetop", true),
      ("1000-2000 r--p 00000000 08:01 12 /usr/bin/hedgetop", true),
      ("1000-2000 r--p 00000000 08:01 12                         /usr/lib/locale/a name/LC_CTYPE", true),
      // The loader has written here.
      ("1000-2000 r--p 01f7d000 08:01 12 /usr/bin/hedgetop", false),
      ("1000-2000 rw-p 00000000 08:01 12 /usr/bin/hedgetop", false),
      ("1000-2000 rwxp 00000000 08:01 12 /usr/bin/hedgetop", false),
      // Others see it, or no file has it.
      ("1000-2000 r--s 00000000 08:01 12 /var/lib/shared", false),
      ("1000-2000 r-xp 00000000 00:00 0 [vdso]", false),
      ("1000-2000 r--p 00000000 00:00 0", false),
      // Not a mapping.
      ("2000-1000 r-xp 00000000 08:01 12 /usr/bin/hedgetop", false),
      ("here-there r-xp 00000000 08:01 12 /usr/bin/hedgetop", false),
      ("", false),
    ])
  func rereadable(line: String, isGivenBack: Bool) {
    #expect(StartUpPages.rereadableRanges(in: line) == (isGivenBack ? [0x1000..<0x2000] : []))
  }

  @Test("every mapping of the list is looked at")
  func list() {
    let mappings = """
      1000-2000 r--p 00000000 08:01 12 /usr/bin/hedgetop
      2000-4000 r-xp 00001000 08:01 12 /usr/bin/hedgetop
      4000-5000 r--p 00003000 08:01 12 /usr/bin/hedgetop
      7000-8000 rw-p 00000000 00:00 0 [heap]
      9000-a000 r-xp 00001000 08:01 13 /usr/lib/libc.so.6

      """
    #expect(StartUpPages.rereadableRanges(in: mappings) == [0x1000..<0x2000, 0x2000..<0x4000, 0x9000..<0xa000])
  }

  @Test("the program goes on after its pages are given back")
  func release() {
    let (word, numbers) = ("kept", (0..<1_000).map { $0 * 3 })
    StartUpPages.release()
    #expect(word.count == 4 && numbers.reduce(0, +) == 1_498_500)
    #expect("\(Double(numbers[999]))" == "2997.0")
  }
}
