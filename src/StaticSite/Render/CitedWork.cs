using StaticSite.Citations;

namespace StaticSite.Render;

/// <summary>What machine-readable data says of a cited work.</summary>
internal static class CitedWork
{
    /// <summary>The name in the order in which it is spoken.</summary>
    public static string FullName(Name name)
    {
        if (name.Literal is { } literal)
        {
            return literal;
        }

        var isDivided = !string.IsNullOrWhiteSpace(name.Given) && !string.IsNullOrWhiteSpace(name.Family);
        if (isDivided && name is { DroppingParticle: null, NonDroppingParticle: null, Suffix: null } && name.Family![0] < '\u4E00')
        {
            return $"{name.Given} {name.Family}";
        }

        var isHan = name.Family is [>= '\u4E00' and <= '\u9FFF', ..];
        return isHan
            ? name.Family + name.Given
            : string.Join(' ', new[] { name.Given, name.DroppingParticle, name.NonDroppingParticle, name.Family, name.Suffix }.Where(part => !string.IsNullOrWhiteSpace(part)));
    }
}
