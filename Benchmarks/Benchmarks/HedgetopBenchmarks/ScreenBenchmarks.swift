import Benchmark
import NcursesTerminal
import Panels
import TerminalCells

/// From snapshot to grid, and from grid to the terminal.
func screenBenchmarks() {
  for (columns, rows) in [(200, 60), (120, 40), (80, 24)] {
    Benchmark("Screen: render \(columns)x\(rows)") { benchmark, frames in
      blackHole(frames.render())
    } setup: {
      try await RenderedSample(size: Size(columns: columns, rows: rows))
    }
  }

  Benchmark("Terminal: present the next second of the sample, 120x40") { benchmark, screen in
    await screen.nextFrame()
    benchmark.startMeasurement()
    await screen.present()
    benchmark.stopMeasurement()
  } setup: {
    try await PresentedSample(columns: 120, rows: 40)
  }

  Benchmark("Terminal: present a grid that did not change, 120x40") { benchmark, screen in
    await screen.present()
  } setup: {
    try await PresentedSample(columns: 120, rows: 40)
  }
}
