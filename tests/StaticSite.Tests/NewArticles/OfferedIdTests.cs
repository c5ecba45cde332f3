using StaticSite.Model;

namespace StaticSite.Tests.NewArticles;

public sealed class OfferedIdTests
{
    [Theory]
    [InlineData("Side Effects of Stem Cells", "side-effects-of-stem-cells")]
    [InlineData("Müller’s TGF-β1 and Crohn's disease", "mullers-tgf-beta1-and-crohns-disease")]
    [InlineData("10^6^ cells/kg, 1.5 mL (phase 1)", "10-6-cells-kg-1-5-ml-phase-1")]
    [InlineData("Ｆｕｌｌ　ｗｉｄｔｈ", "full-width")]
    [InlineData("Side Effects of Stem Cells in Kidney Disease: Short-Term Discomfort, or Long-Term Risk?", "side-effects-of-stem-cells-in-kidney-disease")]
    [InlineData("Mesenchymal stem cell transplantation for chronic kidney disease of the elderly", "mesenchymal-stem-cell-transplantation-for-chronic-kidney")]
    [InlineData("Why: mesenchymal stem cell transplantation for chronic kidney disease and the rest", "why-mesenchymal-stem-cell-transplantation-for-chronic-kidney")]
    public void An_English_title_gives_its_words(string title, string id) => Assert.Equal(id, Offer(title));

    [Theory]
    [InlineData("干细胞治疗肾病的副作用", "gan-xi-bao-zhi-liao-shen-bing-de-fu-zuo-yong")]
    [InlineData("CAR-T细胞治疗狼疮", "car-t-xi-bao-zhi-liao-lang-chuang")]
    [InlineData("β细胞的10年随访", "beta-xi-bao-de-10-nian-sui-fang")]
    [InlineData("干细胞行业调查", "gan-xi-bao-hang-ye-diao-cha")]
    [InlineData("进行重复给药", "jin-xing-chong-fu-gei-yao")]
    [InlineData("重症患者长期生长与调节", "zhong-zheng-huan-zhe-chang-qi-sheng-zhang-yu-tiao-jie")]
    [InlineData("严重复发、体重增长", "yan-zhong-fu-fa-ti-zhong-zeng-zhang")]
    [InlineData("项目的目的", "xiang-mu-de-mu-di")]
    [InlineData("氧化还原、扩散、栓塞和脑卒中", "yang-hua-huan-yuan-kuo-san-shuan-se-he-nao-cu-zhong")]
    [InlineData("绿色疟疾女性", "lv-se-nue-ji-nv-xing")]
    [InlineData("幹細胞與腎臟", "gan-xi-bao-yu-shen-zang")]
    public void A_Chinese_title_gives_its_pinyin(string title, string id) => Assert.Equal(id, Offer(title));

    [Fact]
    public void A_title_without_Han_characters_is_preferred() => Assert.Equal("safety", Offer("安全性", "Safety"));

    [Fact]
    public void A_long_title_is_cut_where_a_clause_ends() =>
        Assert.Equal("gan-xi-bao-zhi-liao-shen-bing-de-fu-zuo-yong-duan-qi-bu-shi", Offer("干细胞治疗肾病的副作用：短期不适，还是长期隐患？"));

    [Theory]
    [InlineData("")]
    [InlineData("！？ 😀")]
    [InlineData("한국어")]
    [InlineData("\uD800\u0000")]
    public void Without_a_letter_there_is_nothing_to_offer(string title) => Assert.Null(Offer(title));

    [Fact]
    public void What_is_taken_or_reserved_gets_a_number()
    {
        Assert.Equal("safety-3", OfferedId.Find(["Safety"], id => id is "safety" or "safety-2"));
        Assert.Equal("tags-2", Offer("Tags"));
    }

    [Fact]
    public void One_long_word_is_cut() => Assert.Equal(new string('a', 60), Offer(new string('a', 300)));

    [Fact]
    public void Whatever_is_offered_can_be_an_id()
    {
        foreach (var title in new[] { "...", "a.b.", "CON", "-x-", "ﬁ", "½", "naïve café", "x·y", "〇" })
        {
            Assert.True(Offer(title) is not { } id || AddressName.FindBundleProblem(id) is null, title);
        }
    }

    private static string? Offer(params string[] titles) => OfferedId.Find(titles, _ => false);
}
