using System.Text;
using StaticSite.Preview.Pages;

namespace StaticSite.Preview.Tests.Pages;

/// <summary>How an open page comes to its new bytes.</summary>
public sealed class PageChangeTests
{
    private const string Old = "/assets/css/site.0123456789.css", New = "/assets/css/site.abcdef0123.css";

    [Fact]
    public void Another_stylesheet_is_swapped()
    {
        var change = Find($"<link href=\"{Old}\"><p>a", $"<link href=\"{New}\"><p>a");

        Assert.Equal("swap", change.Kind);
        Assert.Equal<Swap>([new Swap(Old, New)], change.Swaps);
    }

    [Fact]
    public void Several_pictures_are_swapped_each_once()
    {
        var change = Find(
            "<img src=\"/assets/a.0123456789.png\"><img src=\"/assets/b.0123456789.png\"><img src=\"/assets/a.0123456789.png\">",
            "<img src=\"/assets/a.1111111111.png\"><img src=\"/assets/b.0123456789.png\"><img src=\"/assets/a.1111111111.png\">");

        Assert.Equal<Swap>([new Swap("/assets/a.0123456789.png", "/assets/a.1111111111.png")], change.Swaps);
    }

    [Theory]
    [InlineData("<script src=\"/assets/x.0123456789.js\">", "<script src=\"/assets/x.1111111111.js\">")]
    [InlineData("<p>a", "<p>b")]
    [InlineData("<img src=\"/assets/a.0123456789.png\">", "<img src=\"/assets/b.0123456789.png\">")]
    [InlineData("<svg><path/></svg><p>a", "<svg><circle/></svg><p>b")]
    [InlineData("<svg><path/></svg>", "<svg><path/></svg><svg></svg>")]
    public void Anything_else_is_loaded_anew(string before, string after) => Assert.Equal("reload", Find(before, after).Kind);

    [Fact]
    public void Another_drawing_is_set_in_place() =>
        Assert.Equal("drawings", Find("<p>a<svg>\n<path/></svg>b", "<p>a<svg>\n<circle/></svg>b").Kind);

    private static PageChange Find(string before, string after) => PageChange.Find(Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(after));
}
