using StaticSite.Citations.Formats.BibTex;

namespace StaticSite.Tests.Citations.Formats;

public sealed class LatexTextTests
{
    [Theory]
    [InlineData(@"Caf\'e", "Café")]
    [InlineData(@"Caf\'{e}", "Café")]
    [InlineData(@"Caf{\'e}", "Café")]
    [InlineData(@"Caf{\'{e}}", "Café")]
    [InlineData("{\\\"o}{\\\"O}\\\"{u}", "öÖü")]
    [InlineData(@"\`a\^a\~n\=a\.z", "àâñāż")]
    [InlineData(@"\c{c}\c c{\c C}", "ççÇ")]
    [InlineData(@"\v{s}\v s\H{o}\k{a}\u{g}\r{u}\d{h}\b{d}", "ššőąğůḥḏ")]
    [InlineData(@"\'{\i}\'\i\""{\i}{\'{\i}}", "ííïí")]
    [InlineData(@"\^{\j}", "ĵ")]
    [InlineData(@"\i\j{\i}", "ıȷı")]
    [InlineData(@"Stra\ss e, Stra{\ss}e, \o\O\l\L\ae\AE\oe\OE\aa\AA\th\dh\dj", "Straße, Straße, øØłŁæÆœŒåÅþðđ")]
    [InlineData(@"Erd\H{o}s and P\'al", "Erdős and Pál")]
    [InlineData(@"Nguy\~{\^{e}}n", "Nguyễn")]
    [InlineData("1--2 --- 3 - 4", "1–2 — 3 - 4")]
    [InlineData("a~b", "a\u00A0b")]
    [InlineData(@"\& \% \$ \_ \# \{ \}", "& % $ _ # { }")]
    [InlineData(@"\ldots{} \dots\ a\ldots", "… … a…")]
    [InlineData("``a'' `b' don't", "“a” ‘b’ don't")]
    [InlineData("5'-UTR", "5'-UTR")]
    [InlineData("?`Qu\\'e?", "¿Qué?")]
    [InlineData(@"\textit{H. pylori} \emph{a} \textbf{b} x\textsuperscript{2} x\textsubscript{3}", "<i>H. pylori</i> <i>a</i> <b>b</b> x<sup>2</sup> x<sub>3</sub>")]
    [InlineData(@"{\em a} {\it b} {\bf c} d", "<i>a</i> <i>b</i> <b>c</b> d")]
    [InlineData(@"\textsc{ab}", "<span style=\"font-variant:small-caps;\">ab</span>")]
    [InlineData("CD4$^{+}$ H$_2$O $10^{6}$ $x^2$", "CD4<sup>+</sup> H<sub>2</sub>O 10<sup>6</sup> x<sup>2</sup>")]
    [InlineData(@"$\alpha$ and $\beta_1$, $\leq$ 5 $\mu$m, \textmu m, 37\textdegree C, 5 \pm 1", "α and β<sub>1</sub>, ≤ 5 μm, µm, 37°C, 5 ±1")]
    [InlineData(@"$\mathrm{CO_2}$", "CO<sub>2</sub>")]
    [InlineData(@"TNF-\ensuremath{\alpha}", "TNF-α")]
    [InlineData(@"\url{http://a.org/b_c}", "http://a.org/b_c")]
    [InlineData(@"\href{http://a.org}{text}", "text")]
    [InlineData("two\n   lines\tand  spaces", "two lines and spaces")]
    [InlineData(@"a\ b\,c\-d\/e", "a b\u202Fcde")]
    [InlineData("{A}b{c {D}}", "Abc D")]
    [InlineData(@"\textbackslash{} \textasciitilde{} \~{}", @"\ ~ ~")]
    [InlineData("100% sure & <i>x</i>", "100% sure & <i>x</i>")]
    [InlineData("中文，标题", "中文，标题")]
    [InlineData(@"\enquote{a}", "“a”")]
    public void Latex_is_read_as_text(string latex, string text) => Assert.Equal(text, LatexText.Read(latex, LatexMode.Text));

    [Theory]
    [InlineData("The {BNT162b2} vaccine", "The <span class=\"nocase\">BNT162b2</span> vaccine")]
    [InlineData("{{The} title}", "<span class=\"nocase\">The title</span>")]
    [InlineData("{\\'E}tude {\\\"u}ber", "Étude über")]
    [InlineData("Caf{\\'e} {中文} {2020} {-}", "Café 中文 2020 -")]
    [InlineData(@"\emph{In vitro} {DNA} and \emph{a {RNA}}", "<i>In vitro</i> <span class=\"nocase\">DNA</span> and <i>a <span class=\"nocase\">RNA</span></i>")]
    public void Braces_in_titles_keep_letter_case(string latex, string text) => Assert.Equal(text, LatexText.Read(latex, LatexMode.Title));

    [Theory]
    [InlineData("https://a.org/~b--c_d%20e", "https://a.org/~b--c_d%20e")]
    [InlineData(@"https://a.org/\~{}b--c\_d\%20e", "https://a.org/~b--c_d%20e")]
    [InlineData(@"10.1007/3-540-45984-7{\_}18", "10.1007/3-540-45984-7_18")]
    [InlineData(@"\url{https://a.org/b}", "https://a.org/b")]
    public void Addresses_keep_their_characters(string latex, string text) => Assert.Equal(text, LatexText.Read(latex, LatexMode.Verbatim));

    [Fact]
    public void A_command_that_is_not_known_is_named_and_its_argument_kept()
    {
        Assert.Equal("a b", LatexText.Read(@"a \foo{b}", LatexMode.Text, out var unknown));
        Assert.Equal("foo", unknown);
    }
}
