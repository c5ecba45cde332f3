namespace StaticSite.Benchmarks.Measuring;

/// <param name="Files">Written by a build.</param>
/// <param name="Same">How many of them have the bytes that they had before.</param>
internal sealed record OutputChange(int Files, long Bytes, int Same, int Removed);
