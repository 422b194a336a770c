import ArgumentParser
import Foundation
import Panels
import Testing

@testable import hedgetop

@Suite("the manual page")
struct ManualTests {
  @Test("it tells every command that does something, with every option")
  func commands() throws {
    let page = try ManualPage.text()
    for (name, type) in HelpTests.commands where type.configuration.subcommands.isEmpty {
      #expect(page.contains(".SS \"hedgetop \(name.replacing("-", with: " "))\"\n"), "\(name)")
    }
    for option in ["--config <file>", "--max-iterations <count>", "--lookback", "--no-color", "--hide-balances"] {
      #expect(page.contains(Self.roff(option)), "\(option)")
    }
    #expect(!page.contains(".SS \"hedgetop help\""))
  }

  @Test("it tells every key there is")
  func keys() throws {
    let page = try ManualPage.text()
    for binding in KeyTable.several.bindings where !binding.keys.isEmpty {
      #expect(page.contains(Self.roff(binding.help)), "\(binding.shownKeys): \(binding.help)")
    }
  }

  @Test("man formats it without a complaint")
  func formatted() throws {
    guard let groff = ["/usr/bin/groff", "/usr/local/bin/groff"].first(where: FileManager.default.isExecutableFile)
    else { return print("skipped: no groff here to format the manual page") }
    let page = try ManualPage.text()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: groff)
    process.arguments = ["-man", "-Kutf8", "-Tutf8", "-ww", "-P-c", "-P-b", "-P-o", "-P-u"]
    let (input, output, errors) = (Pipe(), Pipe(), Pipe())
    (process.standardInput, process.standardOutput, process.standardError) = (input, output, errors)
    try process.run()
    DispatchQueue.global().async {
      input.fileHandleForWriting.write(Data(page.utf8))
      try? input.fileHandleForWriting.close()
    }
    let shown = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let complaints = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0 && complaints.isEmpty, "\(complaints)")
    // An example keeps its line, hyphens stay hyphens, and the last section is there.
    #expect(shown.contains("hedgetop config check hedge.toml    tells every mistake in it\n"))
    #expect(shown.contains("--max-iterations <count>"))
    #expect(shown.contains("Ended by signal n."))
  }

  private static func roff(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }
}
