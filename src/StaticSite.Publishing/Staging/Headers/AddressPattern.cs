namespace StaticSite.Publishing.Staging.Headers;

/// <summary>An address in which <c>*</c> stands for any letters, also none and also <c>/</c>.</summary>
internal sealed class AddressPattern(string pattern)
{
    private readonly string[] _parts = pattern.Split('*');

    /// <summary>Each part is looked for from where the one before ended: the first place is as good as any other.</summary>
    public bool IsMatch(string address)
    {
        if (_parts.Length == 1)
        {
            return address == pattern;
        }

        if (!address.StartsWith(_parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = _parts[0].Length;
        foreach (var part in _parts.AsSpan(1, _parts.Length - 2))
        {
            var found = address.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return address.Length - at >= _parts[^1].Length && address.EndsWith(_parts[^1], StringComparison.Ordinal);
    }
}
