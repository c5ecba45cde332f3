using StaticSite.Citations.Csl.Evaluation;

namespace StaticSite.Citations.Csl.Clusters;

/// <summary>Whether a cite is the first of its work, follows another of it at once, or stands near one.</summary>
internal sealed class Positions(IReadOnlyDictionary<string, Work> works, int nearNoteDistance, bool isNote)
{
    private readonly Dictionary<string, int> _lastNotes = new(StringComparer.Ordinal);

    public static Position[][] Find(IReadOnlyList<CiteCluster> clusters, IReadOnlyDictionary<string, Work> works, CslStyle style)
    {
        var positions = new Positions(works, style.CitationOptions.NearNoteDistance, style.IsNote);
        var found = new Position[clusters.Count][];
        for (var i = 0; i < found.Length; i++)
        {
            found[i] = positions.OfCluster(clusters[i], i > 0 ? clusters[i - 1] : null, i);
        }

        return found;
    }

    private Position[] OfCluster(CiteCluster cluster, CiteCluster? previous, int index)
    {
        var note = cluster.Note > 0 ? cluster.Note : index + 1;
        var found = new Position[cluster.Cites.Length];
        for (var i = 0; i < cluster.Cites.Length; i++)
        {
            var cite = cluster.Cites[i];
            found[i] = cite.Position is { } given ? Given(given, cite.IsNearNote) : OfCite(cite, Before(cluster, previous, i), note);
            if (cite.Mode != CiteMode.AuthorOnly)
            {
                Remember(cite, note);
            }
        }

        return found;
    }

    /// <summary>The cite that an ibid would repeat: the one before in the cluster, or the only one of the cluster before.</summary>
    private Cite? Before(CiteCluster cluster, CiteCluster? previous, int index)
    {
        if (index > 0)
        {
            return cluster.Cites[index - 1];
        }

        if (previous is null || previous.Cites.IsEmpty)
        {
            return null;
        }

        if (isNote && cluster.Note > 0 && previous.Note > 0 && cluster.Note - previous.Note > 1)
        {
            return null;
        }

        return previous.Cites.Skip(1).All(cite => cite.Id == previous.Cites[0].Id) && previous.Cites.Length == 1 ? previous.Cites[^1] : null;
    }

    private Position OfCite(Cite cite, Cite? before, int note)
    {
        if (!_lastNotes.TryGetValue(cite.Id, out var last))
        {
            return Position.First;
        }

        var position = Position.Subsequent;
        if (note - last <= nearNoteDistance)
        {
            position |= Position.NearNote;
        }

        if (before?.Id != cite.Id)
        {
            return position;
        }

        var (then, now) = (Trimmed(before.Locator), Trimmed(cite.Locator));
        var sameLabel = (before.LocatorLabel ?? "page") == (cite.LocatorLabel ?? "page");
        return (then, now) switch
        {
            (null, null) => position | Position.Ibid,
            (null, _) => position | Position.Ibid | Position.IbidWithLocator,
            (_, null) => position,
            _ => then == now && sameLabel ? position | Position.Ibid : position | Position.Ibid | Position.IbidWithLocator,
        };
    }

    private static string? Trimmed(string? locator) => string.IsNullOrWhiteSpace(locator) ? null : locator.Trim();

    private void Remember(Cite cite, int note)
    {
        if (!_lastNotes.ContainsKey(cite.Id) && works.TryGetValue(cite.Id, out var work))
        {
            work.FirstNote = note;
        }

        _lastNotes[cite.Id] = note;
    }

    private static Position Given(CitePosition given, bool? isNearNote) => (isNearNote == true ? Position.NearNote : Position.None) | given switch
    {
        CitePosition.Subsequent => Position.Subsequent,
        CitePosition.Ibid => Position.Subsequent | Position.Ibid,
        CitePosition.IbidWithLocator => Position.Subsequent | Position.Ibid | Position.IbidWithLocator,
        _ => Position.First,
    };
}
