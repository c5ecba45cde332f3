namespace StaticSite.Citations.Formats.Ris;

/// <summary>A line of a record: tag and value, with the value's place.</summary>
internal readonly record struct RisLine(string Tag, string Value, int Start, int Length)
{
    public int TagStart { get; init; }
}

/// <summary>From TY to ER.</summary>
internal sealed class RisRecord(RisLine type)
{
    public RisLine Type { get; } = type;

    public List<RisLine> Lines { get; } = [];

    public RisLine? Find(string tag)
    {
        foreach (var line in Lines)
        {
            if (line.Tag == tag && line.Value.Length > 0)
            {
                return line;
            }
        }

        return null;
    }

    public string? Text(params ReadOnlySpan<string> tags)
    {
        foreach (var tag in tags)
        {
            if (Find(tag) is { } line)
            {
                return line.Value;
            }
        }

        return null;
    }
}
