using FsCheck;
using FsCheck.Xunit;
using StaticSite.Parse.Text;

namespace StaticSite.Tests.Parse.Text;

public sealed class TextFoldTests
{
    [Theory]
    [InlineData("细胞 治疗\n后 3 个月", "细胞治疗后3个月")]
    [InlineData("two  words\r\nmore", "two words more")]
    [InlineData(" trimmed\t", "trimmed")]
    [InlineData("10 mg", "10mg")]
    [InlineData("p < 0.05", "p<0.05")]
    [InlineData("Ａ１，（ｘ）　％", "A1,(x)%")]
    [InlineData("ｶﾞﾝ｡", "ガン。")]
    [InlineData("￥5", "¥5")]
    [InlineData("a\u200B，b", "a,b")]
    public void White_space_and_width_make_no_difference(string one, string other) => Assert.Equal(TextFold.Hash(one), TextFold.Hash(other));

    [Theory]
    [InlineData("没有维持住", "维持住")]
    [InlineData("不推荐", "推荐")]
    [InlineData("no effect", "effect")]
    [InlineData("asymptomatic", "a symptomatic")]
    [InlineData("5 10", "510")]
    [InlineData("10⁶", "106")]
    [InlineData("Effect", "effect")]
    [InlineData("mg", "μg")]
    [InlineData("，", "、")]
    public void Anything_else_makes_one(string one, string other) => Assert.NotEqual(TextFold.Hash(one), TextFold.Hash(other));

    [Property]
    public bool Folding_twice_is_folding_once(NonNull<string> text) => TextFold.Fold(TextFold.Fold(text.Get)) == TextFold.Fold(text.Get);
}
