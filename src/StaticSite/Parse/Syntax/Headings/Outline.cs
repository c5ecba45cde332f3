using System.Globalization;

namespace StaticSite.Parse.Syntax.Headings;

/// <summary>Counts sections: 1, 1.1, 1.2, 2. A level that was skipped does not count.</summary>
internal sealed class Outline
{
    private readonly List<(int Level, int Count)> _open = [];

    /// <summary>The number of the section that was begun last.</summary>
    public string Number => string.Join('.', _open.Select(open => open.Count.ToString(CultureInfo.InvariantCulture)));

    public void Begin(int level)
    {
        var count = 0;
        while (_open.Count > 0 && _open[^1].Level >= level)
        {
            count = _open[^1].Count;
            _open.RemoveAt(_open.Count - 1);
        }

        _open.Add((level, count + 1));
    }
}
