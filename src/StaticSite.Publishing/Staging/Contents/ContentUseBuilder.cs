namespace StaticSite.Publishing.Staging.Contents;

/// <summary>Collects what one file uses.</summary>
internal sealed class ContentUseBuilder
{
    private const int LongestExcerpt = 60;

    private readonly SortedSet<string> _sources = new(StringComparer.Ordinal);
    private readonly List<Offending> _offences = [];

    public string? RedirectsTo { get; set; }

    public ContentUse ToUse() => new([.. _sources], [.. _offences.Distinct()], RedirectsTo, IsFeed: false);

    /// <param name="url">As it is written; one that loads nothing adds nothing.</param>
    public void Add(string directive, string url)
    {
        if (SourceOf(url.Trim()) is { } source)
        {
            _sources.Add($"{directive} {source}");
        }
    }

    public void AddSource(string directive, string source) => _sources.Add($"{directive} {source}");

    public void Offend(Offence offence, string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        _offences.Add(new(offence, line.Length > LongestExcerpt ? line[..LongestExcerpt] + "…" : line));
    }

    private static string? SourceOf(string url)
    {
        if (url.Length == 0 || url[0] == '#')
        {
            return null;
        }

        if (url.StartsWith("//", StringComparison.Ordinal))
        {
            url = "https:" + url;
        }

        var colon = url.AsSpan().IndexOf(':');
        var hasScheme = colon > 0 && char.IsAsciiLetter(url[0]) && url.AsSpan(0, colon).IndexOfAnyExcept(s_schemeLetters) < 0;
        if (!hasScheme)
        {
            return "'self'";
        }

        return url[..colon].ToLowerInvariant() switch
        {
            "data" => "data:",
            "blob" => "blob:",
            "http" or "https" => Uri.TryCreate(url, UriKind.Absolute, out var address) ? Origin.Of(address) : null,
            _ => null,
        };
    }

    private static readonly System.Buffers.SearchValues<char> s_schemeLetters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
}
