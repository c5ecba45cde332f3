namespace StaticSite.Citations.Csl.Names;

/// <summary>The initials of one name while they are put together, in a buffer that is long enough.</summary>
/// <param name="with">What follows each initial.</param>
internal ref struct InitialsText(ReadOnlySpan<char> with, Span<char> buffer)
{
    private const int MostOnStack = 64;

    private readonly Span<char> _buffer = buffer;
    private readonly ReadOnlySpan<char> _mark = with.TrimEnd();
    private readonly ReadOnlySpan<char> _space = with[with.TrimEnd().Length..];
    private int _length;

    public void Append(char c) => _buffer[_length++] = c;

    /// <summary>A name in full.</summary>
    public void AppendWord(ReadOnlySpan<char> word, bool hyphen)
    {
        TrimEnd();
        if (_length > 0)
        {
            Append(hyphen ? '-' : ' ');
        }

        Append(word);
    }

    /// <summary>What follows an initial stands before the markers that end the name.</summary>
    public void AppendInitial(ReadOnlySpan<char> word, bool isInitial)
    {
        if (isInitial)
        {
            AppendParts(word.TrimEnd('.'));
            return;
        }

        Span<char> cut = word.Length <= MostOnStack ? stackalloc char[MostOnStack] : new char[word.Length];
        AppendParts(cut[..Cut(word, cut)]);
    }

    private void AppendParts(scoped ReadOnlySpan<char> initial)
    {
        var tail = initial.Length;
        while (tail > 0 && Initials.IsMarker(initial[tail - 1]))
        {
            tail--;
        }

        Append(initial[..tail]);
        Append(_mark);
        Append(initial[tail..]);
        Append(_space);
    }

    /// <summary>The first letter; two where the name has two capitals before small letters (<c>GIlbert</c> → <c>Gi</c>).</summary>
    /// <returns>How many characters were written.</returns>
    private static int Cut(ReadOnlySpan<char> word, Span<char> cut)
    {
        var (length, hasLetter) = (0, false);
        for (var i = 0; i < word.Length; i++)
        {
            if (Initials.IsMarker(word[i]))
            {
                cut[length++] = word[i];
            }
            else if (!hasLetter)
            {
                hasLetter = true;
                cut[length++] = word[i];
                if (char.IsHighSurrogate(word[i]) && i + 1 < word.Length)
                {
                    cut[length++] = word[++i];
                }

                if (i + 2 < word.Length && char.IsUpper(word[i + 1]) && IsLower(word[(i + 2)..]))
                {
                    cut[length++] = char.ToLowerInvariant(word[i + 1]);
                }
            }
        }

        return length;
    }

    private static bool IsLower(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsLower(c))
            {
                return false;
            }
        }

        return true;
    }

    public void TrimEnd()
    {
        while (_length > 0 && char.IsWhiteSpace(_buffer[_length - 1]))
        {
            _length--;
        }
    }

    public override readonly string ToString() => _buffer[.._length].ToString();

    /// <summary>One by one, as there is mostly one.</summary>
    private void Append(scoped ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            Append(c);
        }
    }
}
