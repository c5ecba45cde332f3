namespace StaticSite.Check;

/// <summary>Tokens that stand in both texts in the same order.</summary>
internal readonly record struct KeptRun(int Old, int New, int Length);

/// <summary>
/// What two sequences have in common, after E. W. Myers, "An O(ND) Difference Algorithm" (1986). Where more than <see cref="MostEdits"/> edits
/// are needed, the way that has come furthest is taken so far and the search begins anew from there: time grows with the length, not
/// with its square, and the answer stays right if not the shortest.
/// </summary>
internal sealed class EditScript(int[] old, int[] now)
{
    private const int MostEdits = 400;

    private readonly List<KeptRun> _kept = [];

    /// <summary>In order, none beside another.</summary>
    public List<KeptRun> Kept()
    {
        var suffix = CommonSuffix();
        var (x, y) = (0, 0);
        while (x < old.Length - suffix || y < now.Length - suffix)
        {
            (x, y) = Advance(x, y, old.Length - suffix, now.Length - suffix);
        }

        Keep(x, y, suffix);
        return _kept;
    }

    private int CommonSuffix()
    {
        var length = 0;
        while (length < Math.Min(old.Length, now.Length) && old[^(length + 1)] == now[^(length + 1)])
        {
            length++;
        }

        // The start comes first where both would take the same tokens.
        var prefix = 0;
        while (prefix < Math.Min(old.Length, now.Length) && old[prefix] == now[prefix])
        {
            prefix++;
        }

        return Math.Min(length, Math.Min(old.Length, now.Length) - prefix);
    }

    /// <summary>From one point to the end, or as far as so many edits lead; notes what was kept on the way.</summary>
    private (int X, int Y) Advance(int startX, int startY, int endX, int endY)
    {
        var (width, height) = (endX - startX, endY - startY);
        var limit = Math.Min(MostEdits, width + height);
        var furthest = new int[(2 * limit) + 3];
        var center = limit + 1;
        var trace = new List<int[]>();
        for (var edits = 0; edits <= limit; edits++)
        {
            trace.Add(furthest[(center - edits - 1)..(center + edits + 2)]);
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var isDown = diagonal == -edits || (diagonal != edits && furthest[center + diagonal - 1] < furthest[center + diagonal + 1]);
                var x = isDown ? furthest[center + diagonal + 1] : furthest[center + diagonal - 1] + 1;
                var y = x - diagonal;
                while (x < width && y >= 0 && y < height && old[startX + x] == now[startY + y])
                {
                    (x, y) = (x + 1, y + 1);
                }

                furthest[center + diagonal] = x;
                if (x >= width && y >= height)
                {
                    Note(trace, diagonal, x, (startX, startY));
                    return (endX, endY);
                }
            }
        }

        return Stop(trace, furthest, center, (startX, startY), (width, height));
    }

    /// <summary>The point that has most of both texts behind it, among those that lie inside.</summary>
    private (int X, int Y) Stop(List<int[]> trace, int[] furthest, int center, (int X, int Y) start, (int Width, int Height) size)
    {
        var edits = trace.Count - 1;
        var (best, bestX) = (0, -1);
        for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
        {
            var x = furthest[center + diagonal];
            var y = x - diagonal;
            if (x <= size.Width && y >= 0 && y <= size.Height && (bestX < 0 || x + y > bestX + bestX - best))
            {
                (best, bestX) = (diagonal, x);
            }
        }

        Note(trace, best, bestX, start);
        return (start.X + bestX, start.Y + bestX - best);
    }

    /// <summary>Walks back from the end of a search, edit by edit.</summary>
    private void Note(List<int[]> trace, int diagonal, int x, (int X, int Y) start)
    {
        var way = new Stack<KeptRun>();
        for (var edits = trace.Count - 1; edits >= 0; edits--)
        {
            // What was furthest before this edit; its middle is the diagonal 0.
            var before = trace[edits];
            var middle = edits + 1;
            var isDown = diagonal == -edits || (diagonal != edits && before[middle + diagonal - 1] < before[middle + diagonal + 1]);
            var from = edits == 0 ? 0 : isDown ? before[middle + diagonal + 1] : before[middle + diagonal - 1] + 1;
            way.Push(new(start.X + from, start.Y + from - diagonal, x - from));
            if (edits > 0)
            {
                diagonal += isDown ? 1 : -1;
                x = before[middle + diagonal];
            }
        }

        foreach (var run in way)
        {
            Keep(run.Old, run.New, run.Length);
        }
    }

    private void Keep(int x, int y, int length)
    {
        if (length == 0)
        {
            return;
        }

        if (_kept.Count > 0 && _kept[^1] is var last && last.Old + last.Length == x && last.New + last.Length == y)
        {
            _kept[^1] = last with { Length = last.Length + length };
        }
        else
        {
            _kept.Add(new(x, y, length));
        }
    }
}
