namespace StaticSite.Link;

/// <summary>The best few of many that come by: those of the highest score, and of equal ones those of the smallest id.</summary>
/// <remarks>A heap with the worst on top, so that most of what comes by is refused after one comparison.</remarks>
internal sealed class TopScores(int most)
{
    private readonly double[] _scores = new double[most];
    private readonly ulong[] _ids = new ulong[most];

    public int Count { get; private set; }

    public ReadOnlySpan<double> Scores => _scores.AsSpan(0, Count);

    public ReadOnlySpan<ulong> Ids => _ids.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public bool Wants(double score, ulong id) => Count < most || (most > 0 && IsWorse(0, score, id));

    /// <param name="id">No two that are added have the same.</param>
    public void Add(double score, ulong id)
    {
        if (Count < most)
        {
            Rise(Count++, score, id);
        }
        else if (Wants(score, id))
        {
            Sink(score, id, Count);
        }
    }

    /// <summary>Best first. Nothing is added after that until all is cleared.</summary>
    public void Sort()
    {
        for (var last = Count - 1; last > 0; last--)
        {
            var (score, id) = (_scores[last], _ids[last]);
            (_scores[last], _ids[last]) = (_scores[0], _ids[0]);
            Sink(score, id, last);
        }
    }

    private bool IsWorse(int place, double score, ulong id) => _scores[place] < score || (_scores[place] == score && _ids[place] > id);

    private void Rise(int place, double score, ulong id)
    {
        while (place > 0 && !IsWorse((place - 1) / 2, score, id))
        {
            var parent = (place - 1) / 2;
            (_scores[place], _ids[place]) = (_scores[parent], _ids[parent]);
            place = parent;
        }

        (_scores[place], _ids[place]) = (score, id);
    }

    /// <summary>Puts an entry into the place of the worst, among the first <paramref name="count"/>.</summary>
    private void Sink(double score, ulong id, int count)
    {
        var place = 0;
        for (var child = 1; child < count; child = (2 * place) + 1)
        {
            if (child + 1 < count && IsWorse(child + 1, _scores[child], _ids[child]))
            {
                child++;
            }

            if (!IsWorse(child, score, id))
            {
                break;
            }

            (_scores[place], _ids[place]) = (_scores[child], _ids[child]);
            place = child;
        }

        (_scores[place], _ids[place]) = (score, id);
    }
}
