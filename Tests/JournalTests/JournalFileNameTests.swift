import Testing

@testable import Journal

@Suite struct JournalFileNameTests {
  @Test(
    "a portfolio's name becomes a plain file name",
    arguments: [
      ("Main", "Main.sqlite"), ("my-book_2", "my-book_2.sqlite"), ("", "%.sqlite"), ("..", "%2e%2e.sqlite"),
      ("../../etc/passwd", "%2e%2e%2f%2e%2e%2fetc%2fpasswd.sqlite"), (".hidden", "%2ehidden.sqlite"),
      ("a b", "a%20b.sqlite"), ("a%20b", "a%2520b.sqlite"), ("\u{1B}[2J\n\0", "%1b%5b2J%0a%00.sqlite"),
      ("ß", "%c3%9f.sqlite"),
    ])
  func examples(_ name: String, _ file: String) {
    #expect(JournalFileName.name(forPortfolio: name) == file)
  }

  @Test("different names give different files, each short enough and of safe characters only")
  func injectivity() {
    var names = ["%", "%2e", ".", "/", "a/", "a%2f", "A", "a", "%~", "\u{0}", "🦔"]
    for length in [59, 60, 61, 170, 179, 180, 181, 182, 199, 250, 5000] {
      names += [String(repeating: "x", count: length), String(repeating: "/", count: length)]
      names.append(String(repeating: "x", count: length - 1) + "y")
    }
    let files = names.map(JournalFileName.name)
    #expect(Set(files).count == names.count)
    for file in files {
      #expect(file.utf8.count <= 200)
      #expect(file.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_%~.".contains($0)) }, "\(file)")
      #expect(!file.hasPrefix("."))
    }
  }
}
