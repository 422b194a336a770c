import ArgumentParser

/// `hedgetop manual`: the manual page.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page.",
    discussion: """
      All commands with their options, all keys, files, variables of the environment and exit codes, for man to show.

      Examples:
        hedgetop manual | man -l -
        hedgetop manual > /usr/local/share/man/man1/hedgetop.1
      """)

  func run() throws {
    print(try ManualPage.text(), terminator: "")
  }
}
