/// A recording on its way to a client.
struct Playback {
  enum Move {
    case send(String)
    case wait(Duration)
    case end
  }

  private let frames: [RecordedFrame]
  private let pace: PlaybackPace
  private var roundsLeft: Int
  private var place = 0
  /// Whether the time before the message at `place` has passed.
  private var hasWaited = false

  init(_ frames: [RecordedFrame], _ pace: PlaybackPace, rounds: Int) {
    self.frames = frames
    self.pace = pace
    roundsLeft = frames.isEmpty ? 0 : rounds
  }

  mutating func next() -> Move {
    if place == frames.count {
      place = 0
      roundsLeft -= 1
    }
    guard roundsLeft > 0 else { return .end }
    let time = hasWaited ? .zero : pauseBeforeNext
    if time > .zero {
      hasWaited = true
      return .wait(time)
    }
    hasWaited = false
    place += 1
    return .send(frames[place - 1].text)
  }

  private var pauseBeforeNext: Duration {
    switch pace {
    case .unlimited: .zero
    case .every(let time): time
    case .times(let factor): .seconds(place == 0 ? 0 : (frames[place].time - frames[place - 1].time) / factor)
    }
  }
}
