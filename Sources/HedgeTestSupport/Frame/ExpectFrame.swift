import Glibc
import TerminalCells
import Testing

/// Expects a grid to look as recorded.
///
/// The recording is `Frames/<name>.frame` beside the test's own file. With `HEDGETOP_RECORD_FRAMES=1` in the
/// environment it is written instead of compared, and the test fails: recording is never mistaken for passing.
///
/// - Parameters:
///   - grid: what was drawn.
///   - name: the name of the recording; may contain `/` for folders, which must exist.
///   - file: the test's file.
///   - sourceLocation: where a failure is shown.
public func expectFrame(
  _ grid: Grid, matches name: String, in file: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) {
  let folder = file[..<(file.lastIndex(of: "/") ?? file.startIndex)] + "/Frames"
  let path = "\(folder)/\(name).frame"
  let found = FrameText.describe(grid)
  if getenv("HEDGETOP_RECORD_FRAMES").map({ String(cString: $0) }) == "1" {
    mkdir(String(folder), 0o755)
    let written = FrameFile.write(found, to: path)
    Issue.record(
      "\(written ? "recorded" : "could not record") \(path); run again without HEDGETOP_RECORD_FRAMES",
      sourceLocation: sourceLocation)
    return
  }
  guard let expected = FrameFile.read(path) else {
    Issue.record(
      "\(path) is missing; record it with HEDGETOP_RECORD_FRAMES=1\n\(found)", sourceLocation: sourceLocation)
    return
  }
  if let difference = FrameText.difference(expected: expected, found: found) {
    Issue.record("the frame is not as recorded in \(path)\n\(difference)", sourceLocation: sourceLocation)
  }
}
