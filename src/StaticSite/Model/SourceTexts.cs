namespace StaticSite.Model;

/// <summary>The texts that diagnostics point into. Diagnostics come sorted by path, so only the last few texts are kept.</summary>
internal sealed class SourceTexts(Func<string, string?> findText)
{
    private const int Kept = 16;
    private readonly Dictionary<string, SourceText?> _texts = new(StringComparer.Ordinal);

    /// <summary>Null for what is no text: a picture, a file that does not exist.</summary>
    public SourceText? Find(string path)
    {
        if (_texts.TryGetValue(path, out var known))
        {
            return known;
        }

        if (_texts.Count == Kept)
        {
            _texts.Clear();
        }

        return _texts[path] = findText(path) is { } text ? new SourceText(text) : null;
    }

    public Position StartOf(SourceSpan span) => PositionOf(span.Path, span.Start);

    public Position EndOf(SourceSpan span) => PositionOf(span.Path, span.Start + span.Length);

    private Position PositionOf(string path, int offset) => Find(path)?.PositionOf(offset) ?? new Position(1, 1);
}
