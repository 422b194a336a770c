import TerminalCells
import Testing

@testable import ScreenWire

@Suite("Pictures over the wire")
struct GridUpdateTests {
  private static func sent(_ update: GridUpdate) throws -> GridUpdate {
    guard case .picture(let found) = try HostMessage(HostMessage.picture(update).payload[...]) else {
      throw WireError("no picture")
    }
    return found
  }

  @Test("any picture after any other arrives cell by cell", arguments: 0..<40 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var shown: Grid?
    for step in 0..<20 {
      let size = step % 7 == 6 ? Size(columns: 40 - step, rows: step) : Size(columns: 23, rows: 7)
      let next = WireSamples.grid(seed: seed * 100 + UInt64(step), size: size)
      shown = try Self.sent(GridUpdate(from: shown, to: next)).applied(to: shown)
      #expect(shown == next)
    }
  }

  @Test("rows that have not changed are not told, and of an equal picture none is")
  func rows() {
    let first = WireSamples.grid(seed: 1)
    var second = first
    second.write("now", at: Point(column: 2, row: 3), style: .plain.bold)
    #expect(GridUpdate(from: first, to: second).rows.map(\.index) == [3])
    #expect(GridUpdate(from: first, to: first).rowCount == 0)
    #expect(GridUpdate(from: nil, to: first).rowCount == 7)
    #expect(GridUpdate(from: Grid(size: Size(columns: 23, rows: 6)), to: first).rowCount == 7)
  }

  @Test("the largest picture, each cell in a style of its own, is a message that may be sent")
  func largest() {
    var grid = Grid(size: WireLimit.size)
    for row in 0..<grid.size.rows {
      for column in 0..<grid.size.columns {
        grid.write(
          "e\u{301}\u{323}", at: Point(column: column, row: row),
          style: Style(foreground: .rgb(UInt8(row), UInt8(column % 256), UInt8(column / 256))))
      }
    }
    #expect(HostMessage.picture(GridUpdate(from: nil, to: grid)).payload.count <= WireLimit.hostMessage)
  }

  @Test("text of a service cannot move a viewer's cursor: escapes are no part of any cell")
  func escapes() {
    let row = GridUpdate.Row(index: 0, runs: [.init(style: .plain, text: "\u{1B}[2Jab\u{9B}31mcdefghijklmnop\n")])
    let grid = GridUpdate(size: Size(columns: 8, rows: 1), rows: [row]).applied(to: nil)
    #expect(grid.text == ["[2Jab31m"])
  }

  @Test("the notice of a loss keeps to the terminal, leaves no colour, and says what has happened")
  func loss() {
    for size in [Size(columns: 60, rows: 10), Size(columns: 3, rows: 1), .zero, Size(columns: 10, rows: 40)] {
      let grid = LossNotice.grid(over: WireSamples.grid(seed: 5), size: size, words: "gone at noon", remedy: "q ends")
      #expect(grid.size == size)
      for row in 0..<size.rows {
        #expect(
          grid.row(row).allSatisfy {
            $0.style.foreground == .terminalDefault && $0.style.attributes != [] || $0.isBlank
          })
      }
    }
    let grid = LossNotice.grid(
      over: nil, size: Size(columns: 60, rows: 10), words: "gone at noon", remedy: "q ends")
    #expect(grid.text.joined().contains("gone at noon") && grid.text.joined().contains("q ends"))
  }
}
