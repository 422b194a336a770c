import HedgeConfiguration
import Venues

extension FolderSpecificationCache {
  /// The user's, by what the environment says of folders; one that keeps nothing where it says nothing.
  static func standard(environment: [String: String]) -> any SpecificationCache {
    HedgetopPaths(environment: environment).map { FolderSpecificationCache(folder: "\($0.cacheFolder)/instruments") }
      ?? NoSpecificationCache() as any SpecificationCache
  }
}
