namespace StaticSite.Publishing.Staging.Contents;

/// <summary>What an SVG file has in it that some browsers leave out, even in an &lt;img&gt;, when it is served with a strict policy. Scripts never run there.</summary>
internal static class PictureInspector
{
    public static ContentUse Inspect(string svg)
    {
        var use = new ContentUseBuilder();
        var tags = new HtmlTags(svg);
        while (tags.MoveNext())
        {
            if (tags.Name == "style")
            {
                use.Offend(Offence.StyleInPicture, $"<style>{tags.Text}");
            }
            else if (tags.Find("style") is { } style)
            {
                use.Offend(Offence.StyleInPicture, $"<{tags.Name} style=\"{style}\">");
            }
        }

        // One is enough to say that the file has them.
        var found = use.ToUse();
        return found with { Offences = found.Offences.Length > 1 ? [found.Offences[0]] : found.Offences };
    }
}
