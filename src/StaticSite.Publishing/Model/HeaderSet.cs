using System.Collections.Immutable;

namespace StaticSite.Publishing;

/// <summary>What a response carries besides its bytes, comparable. A site has few of these, and many files share one.</summary>
internal sealed class HeaderSet : IEquatable<HeaderSet>
{
    private readonly string _key;

    public HeaderSet(ImmutableSortedDictionary<string, string> values)
    {
        Values = values;
        _key = string.Join('\n', values.Select(header => $"{header.Key}:{header.Value}"));
    }

    public static HeaderSet None { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase));

    /// <summary>Those of an object that was found, and not looked into. They equal nothing that is to be written.</summary>
    public static HeaderSet Unknown { get; } = new(None.Values.Add("?", ""));

    public ImmutableSortedDictionary<string, string> Values { get; }

    public bool Equals(HeaderSet? other) => other is not null && (ReferenceEquals(this, other) || _key == other._key);

    public override bool Equals(object? obj) => Equals(obj as HeaderSet);

    public override int GetHashCode() => _key.GetHashCode(StringComparison.Ordinal);
}
