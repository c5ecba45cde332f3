namespace StaticSite.Citations.Csl.Names;

/// <summary>The words of a given name: white space, hyphens and full stops end one.</summary>
internal ref struct GivenWords(string given, bool keepHyphens)
{
    private int _at;
    private bool _any;
    private bool _hyphen;

    /// <summary>With its full stop.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    public bool FollowsHyphen { get; private set; }

    public bool MoveNext()
    {
        while (_at < given.Length)
        {
            var start = _at;
            while (_at < given.Length && !IsBreak(given[_at]))
            {
                if (given[_at++] == '.')
                {
                    break;
                }
            }

            var word = given.AsSpan(start, _at - start);
            if (!word.IsEmpty && word is not ".")
            {
                Current = word;
                FollowsHyphen = _hyphen && _any;
                (_any, _hyphen) = (true, false);
                return true;
            }

            SkipBreaks();
        }

        return false;
    }

    private void SkipBreaks()
    {
        for (; _at < given.Length && IsBreak(given[_at]); _at++)
        {
            _hyphen |= given[_at] == '\u2010' || (given[_at] == '-' && keepHyphens);
        }
    }

    private static bool IsBreak(char c) => c is '-' or '\u2010' || char.IsWhiteSpace(c);
}
