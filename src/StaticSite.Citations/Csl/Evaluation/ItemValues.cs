using System.Collections.Immutable;
using System.Runtime.InteropServices;
using StaticSite.Citations.Csl.Names;

namespace StaticSite.Citations.Csl.Evaluation;

/// <summary>The variables of an item that have a value. There are few, and a style asks for many: they lie in a row.</summary>
internal sealed class ItemValues
{
    private readonly string[] _variables;
    private readonly object[] _values;
    private readonly int _fieldsEnd;
    private readonly int _namesEnd;
    private readonly int _end;

    public ItemValues(Item item)
    {
        var most = item.Fields.Count + item.Names.Count + item.Dates.Count;
        (_variables, _values) = (new string[most], new object[most]);
        foreach (var (variable, value) in item.Fields)
        {
            if (!string.IsNullOrEmpty(value))
            {
                (_variables[_end], _values[_end++]) = (variable, value);
            }
        }

        _fieldsEnd = _end;
        foreach (var (variable, names) in item.Names)
        {
            if (Parse(names) is { Length: > 0 } parsed)
            {
                (_variables[_end], _values[_end++]) = (variable, parsed);
            }
        }

        _namesEnd = _end;
        foreach (var (variable, date) in item.Dates)
        {
            if (!date.Parts.IsDefaultOrEmpty || !string.IsNullOrEmpty(date.Literal))
            {
                (_variables[_end], _values[_end++]) = (variable, date);
            }
        }
    }

    public string? Field(string variable) => (string?)Find(variable, 0, _fieldsEnd);

    public ImmutableArray<Name> Names(string variable) =>
        Find(variable, _fieldsEnd, _namesEnd) is { } names ? ImmutableCollectionsMarshal.AsImmutableArray((Name[])names) : [];

    public ItemDate? Date(string variable) => (ItemDate?)Find(variable, _namesEnd, _end);

    private object? Find(string variable, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (_variables[i].Length == variable.Length && _variables[i] == variable)
            {
                return _values[i];
            }
        }

        return null;
    }

    /// <returns>The list itself where every name in it is in order.</returns>
    private static Name[]? Parse(ImmutableArray<Name> names)
    {
        if (names.IsDefaultOrEmpty)
        {
            return null;
        }

        for (var i = 0; i < names.Length; i++)
        {
            if (!NameParticles.HasText(names[i]) || !ReferenceEquals(NameParticles.Parse(names[i]), names[i]))
            {
                return [.. names.Where(NameParticles.HasText).Select(NameParticles.Parse)];
            }
        }

        return ImmutableCollectionsMarshal.AsArray(names);
    }
}
