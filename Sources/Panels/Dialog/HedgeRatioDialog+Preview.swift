import HedgeAnalytics
import HedgeModel
import HedgeStore

extension HedgeRatioDialog {
  /// How far the figures for the ratio being tried are.
  enum PreviewState: Hashable {
    /// They are not there yet.
    case computing
    /// They cannot be had, and why.
    case unavailable(String)
    /// They are there, from fresh prices.
    case ready
  }

  /// How far the figures for the ratio being tried are in a snapshot.
  func preview(in snapshot: HedgeSnapshot) -> PreviewState {
    switch snapshot.preview {
    case .unknown(let reason): .unavailable(reason.detail)
    case .known(let preview, let provenance) where matches(preview):
      provenance.isStale ? .unavailable("its prices are stale, from \(provenance.source)") : .ready
    case .known, nil: .computing
    }
  }

  /// The figures for the ratio being tried, stale or not; nil while there are none.
  func shownPreview(in snapshot: HedgeSnapshot) -> HedgePreview? {
    guard let preview = snapshot.preview?.value, matches(preview) else { return nil }
    return preview
  }

  private func matches(_ preview: HedgePreview) -> Bool {
    preview.strategy == strategy && preview.aim.value == ratio
  }
}
