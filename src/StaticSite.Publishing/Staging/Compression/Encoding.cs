using System.Collections.Immutable;
using System.Globalization;
using StaticSite.Model;

namespace StaticSite.Publishing.Staging.Compression;

/// <summary>One way to compress, as the settings want it.</summary>
/// <param name="Name">As in Content-Encoding.</param>
internal sealed record Encoding(string Name, string Extension, int Level)
{
    /// <summary>Names the compressed form of a content among those that are kept.</summary>
    public string Key(string hash) => string.Create(CultureInfo.InvariantCulture, $"{hash}.{Level}{Extension}");

    public byte[] Encode(ReadOnlySpan<byte> bytes) => Name == "br" ? Encoders.Brotli(bytes, Level) : Encoders.Gzip(bytes, Level);

    public static ImmutableArray<Encoding> Of(DeliverySettings settings) =>
    [
        .. settings.Brotli is { } brotli ? [new Encoding("br", ".br", brotli)] : ImmutableArray<Encoding>.Empty,
        .. settings.Gzip is { } gzip ? [new Encoding("gzip", ".gz", gzip)] : ImmutableArray<Encoding>.Empty,
    ];
}
