import Foundation
import HedgeTestSupport
import TerminalCells
import Testing

/// hedgetop in a terminal.
final class Monitor {
  let program: PtyProcess
  /// Kept as long as the program runs in it.
  private let home: TemporaryHome

  var screen: PtyScreen { program.screen }

  /// Starts it; nothing has been waited for yet.
  init(
    _ arguments: [String] = [], in home: TemporaryHome, size: Size = Size(columns: 120, rows: 40),
    environment: [String: String] = [:], passesHangUp: Bool = true
  ) throws {
    self.home = home
    program = try PtyProcess(
      BuiltProduct.path(named: "hedgetop"), arguments: arguments,
      environment: home.environment.merging(environment) { $1 }, size: size, passesHangUp: passesHangUp)
  }

  /// Starts it and waits until there is a verdict on the hedge.
  static func shown(
    _ arguments: [String] = [], in home: TemporaryHome, size: Size = Size(columns: 120, rows: 40),
    environment: [String: String] = [:], passesHangUp: Bool = true
  ) async throws -> Monitor {
    let monitor = try Monitor(
      arguments, in: home, size: size, environment: environment, passesHangUp: passesHangUp)
    try await monitor.waitForVerdict()
    return monitor
  }

  func waitForVerdict() async throws {
    try await screen.wait(for: "a verdict") { $0.shows("in band") || $0.shows("BREACH") }
  }

  /// Presses q and checks that everything is as it was before.
  func quit() async throws {
    try screen.press("q")
    #expect(try await program.waitForExit() == .exited(0))
    expectGivenBack()
  }

  /// The terminal is as it was found: settings, main screen, cursor, mouse and colours.
  func expectGivenBack(sourceLocation: SourceLocation = #_sourceLocation) {
    screen.readAvailable()
    let emulator = screen.emulator
    #expect(!emulator.isAlternate && emulator.cursorIsVisible, sourceLocation: sourceLocation)
    #expect(emulator.style == .plain, sourceLocation: sourceLocation)
    #expect(emulator.modes.isDisjoint(with: [1000, 1002, 1003, 1006, 2004]), sourceLocation: sourceLocation)
    #expect(emulator.unknownSequences == [], sourceLocation: sourceLocation)
    #expect(screen.settings == program.initialSettings, sourceLocation: sourceLocation)
  }

  /// Opens the hedge-ratio dialog, moves H by so many steps of 0.01, and confirms.
  func raiseRatio(steps: Int, to shown: String) async throws {
    try screen.press("h")
    try await screen.wait(forText: "Hedge ratio of")
    for _ in 0..<steps { try screen.press("Right") }
    try await screen.wait(for: "the effect of H \(shown)") { $0.shows(" \(shown) ") && !$0.shows("computing") }
    try screen.press("Enter")
    try await screen.wait(forText: "Set H to \(shown)?")
    try screen.press("y")
  }
}
