import FoundationEssentials

extension KeyTable {
  /// What is kept: ratio, fills, reviews, acknowledgements.
  static let decisionBindings: [KeyBinding] = [
    KeyBinding(
      "h", command: .hedgeRatio, name: "hedge", words: "Ratio",
      help: "try another hedge ratio, and set it when asked", footer: 10),
    KeyBinding(
      "x", command: .recordFill, name: "fill", words: "Record",
      help: "record a suggested trade as made on the venue", footer: 15),
    KeyBinding("u", command: .undo, name: "undo", words: "Undo", help: "take the last decision back", footer: 20),
    KeyBinding(
      "r", "v", command: .markReviewed, name: "reviewed", words: "Reviewed",
      help: "mark as looked at: drift is explained from here", footer: 30),
    KeyBinding(
      "a", command: .acknowledge, name: "acknowledge", words: "Ack", help: "acknowledge the active alerts",
      in: [.panels, .log], footer: 25),
    KeyBinding(
      "z", command: .snooze, name: "snooze", words: "Snooze",
      help: "silence the active alerts an hour (:snooze 4h)"),
    KeyBinding(
      "z", command: .snooze, words: "Snooze", help: "silence the active alerts an hour", in: [.log], footer: 26),
    KeyBinding(
      "l", command: .log, name: "log", words: "Log", help: "show or close the log", in: [.panels, .log], footer: 32),
  ]

  /// Dialogs and typing.
  static let dialogBindings: [KeyBinding] = [
    KeyBinding(
      "Left", command: .step(Decimal(sign: .minus, exponent: -2, significand: 1)), words: "-0.01",
      help: "0.01 less", in: [.ratio], footer: 10),
    KeyBinding(
      "Right", command: .step(Decimal(sign: .plus, exponent: -2, significand: 1)), words: "+0.01",
      help: "0.01 more", in: [.ratio], footer: 11),
    KeyBinding(
      "PgDn", command: .step(Decimal(sign: .minus, exponent: -1, significand: 1)), words: "-0.10",
      help: "0.10 less", in: [.ratio], footer: 12),
    KeyBinding(
      "PgUp", command: .step(Decimal(sign: .plus, exponent: -1, significand: 1)), words: "+0.10",
      help: "0.10 more", in: [.ratio], footer: 13),
    KeyBinding("n", command: .preset(0), words: "None", help: "hedge nothing, 0", in: [.ratio], footer: 20),
    KeyBinding(
      "q", command: .preset(Decimal(sign: .plus, exponent: -2, significand: 25)), words: "Quarter",
      help: "hedge a quarter, 0.25", in: [.ratio], footer: 21),
    KeyBinding(
      "h", command: .preset(Decimal(sign: .plus, exponent: -1, significand: 5)), words: "Half",
      help: "hedge half, 0.5", in: [.ratio], footer: 22),
    KeyBinding(
      "t", command: .preset(Decimal(sign: .plus, exponent: -2, significand: 75)), words: "Three quarters",
      help: "hedge three quarters, 0.75", in: [.ratio], footer: 23),
    KeyBinding("f", command: .preset(1), words: "Full", help: "hedge all, 1", in: [.ratio], footer: 24),
    KeyBinding("Enter", command: .accept, words: "Set", help: "ask whether to set it", in: [.ratio], footer: 5),
    KeyBinding("Enter", command: .accept, words: "Record", help: "ask whether to record it", in: [.fill], footer: 5),
    KeyBinding("Enter", command: .accept, words: "Go", help: "do what was typed", in: [.typing], footer: 5),
    KeyBinding("Enter", command: .accept, words: "Choose", help: "the chosen button", in: [.question], footer: 5),
    KeyBinding("y", command: .confirm, words: "Yes", help: "do it", in: [.question], footer: 10),
    KeyBinding("n", command: .back, words: "No", help: "do not", in: [.question], footer: 11),
    KeyBinding(
      "Tab", "Right", command: .nextField, words: "Other", help: "the other button", in: [.question], footer: 12),
    KeyBinding("Shift-Tab", "Left", command: .previousField, words: "Other", help: "the other button", in: [.question]),
    KeyBinding(
      "Tab", "Down", command: .nextField, words: "Next field", help: "the next field", in: [.fill], footer: 10),
    KeyBinding(
      "Shift-Tab", "Up", command: .previousField, words: "Field before", help: "the field before", in: [.fill]),
    KeyBinding("PgDn", command: .nextChoice, words: "Next trade", help: "the next suggestion", in: [.fill], footer: 12),
    KeyBinding("PgUp", command: .previousChoice, words: "Trade before", help: "the one before", in: [.fill]),
    KeyBinding(
      "Backspace", command: .rubOut, words: "Rub out", help: "rub out a letter", in: [.typing, .ratio, .fill]),
    KeyBinding("Ctrl-U", command: .rubOutAll, words: "Rub out all", help: "rub out all", in: [.typing, .ratio, .fill]),
  ]
}
