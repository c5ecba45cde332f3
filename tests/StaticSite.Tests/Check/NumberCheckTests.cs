using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using StaticSite.Check;

namespace StaticSite.Tests.Check;

public sealed class NumberCheckTests
{
    [Theory]
    [InlineData("共1000名患者", "1,000 patients in all")]
    [InlineData("约3万人", "about 30,000 people")]
    [InlineData("120万个细胞", "1.2 million cells")]
    [InlineData("1.2亿", "120 million")]
    [InlineData("百分之五十", "50%")]
    [InlineData("百分之3.5", "3.5 per cent")]
    [InlineData("占５０％", "50 percent of them")]
    [InlineData("剂量5毫克/公斤", "a dose of 5 mg/kg")]
    [InlineData("每公斤体重5毫克", "5 mg per kilogram")]
    [InlineData("1×10^6^个/kg", "1 × 10⁶ cells/kg")]
    [InlineData("10^6^个细胞/kg", "1 million cells per kg")]
    [InlineData("3～5 mg", "3–5 mg")]
    [InlineData("3至5毫克", "3 to 5 mg")]
    [InlineData("随访6个月", "followed for six months")]
    [InlineData("随访半年", "a follow-up of 6 months")]
    [InlineData("1年生存率", "survival at one year")]
    [InlineData("1年", "a year")]
    [InlineData("二十四小时", "24 hours")]
    [InlineData("14天", "2 weeks")]
    [InlineData("1000 mg", "1 g")]
    [InlineData("45岁", "aged 45")]
    [InlineData("2016年3月，12个月时", "In March 2016 and at 12 months")]
    [InlineData("第1个月从1800 mg/24 h降到1020 mg/24 h", "from 1800 mg/24 h to 1020 mg/24 h at month 1")]
    [InlineData("IL-10、Th17、TcPO~2~、从2升高到5", "IL-10, Th17, TcPO~2~, rose from 2 to 5")]
    [InlineData("前3个月内，33.3%的患者", "In the first three months, 33.3%")]
    [InlineData("### 1.3 归巢", "### Homing")]
    [InlineData("见[@a2020, p. 3.5]{#x width=5cm}，https://a.example/5kg，10.1000/5mg", "none of that")]
    public void The_same_quantity_is_found_however_it_is_written(string zh, string en)
    {
        var found = NumberCheck.Compare(zh, en);

        Assert.Equal(("", ""), (Print(found.OnlyInFirst), Print(found.OnlyInSecond)));
    }

    [Theory]
    [InlineData("剂量5 mg/kg", "a dose of 50 mg/kg", "5 mg/kg", "50 mg/kg")]
    [InlineData("剂量5毫克", "a dose of 5 kg", "5毫克", "5 kg")]
    [InlineData("剂量5 mg/kg", "a dose of 5 mg", "5 mg/kg", "5 mg")]
    [InlineData("3万人", "3 million people", "3万", "3 million")]
    [InlineData("共1,000例", "100 patients", "1,000", "")]
    [InlineData("缓解率50%", "a response rate", "50%", "")]
    [InlineData("缓解率50.0%", "a response of 5.00%", "50.0%", "5.00%")]
    [InlineData("p=0.03", "p = 0.3", "0.03", "0.3")]
    [InlineData("随访6个月", "followed for 6 weeks", "6个月", "6 weeks")]
    [InlineData("3～5 mg", "3–6 mg", "5 mg", "6 mg")]
    [InlineData("1×10^6^/kg", "1 × 10^7^/kg", "1×10^6^/kg", "1 × 10^7^/kg")]
    [InlineData("1 mg", "a dose of the drug", "1 mg", "")]
    public void A_quantity_of_one_text_only_is_shown_as_it_stands_there(string zh, string en, string onlyZh, string onlyEn)
    {
        var found = NumberCheck.Compare(zh, en);

        Assert.Equal((onlyZh, onlyEn), (Print(found.OnlyInFirst), Print(found.OnlyInSecond)));
    }

    [Property(MaxTest = 400)]
    public Property A_text_has_the_numbers_of_itself_and_every_mark_lies_in_it() => Prop.ForAll(
        (from one in Pieces() from other in Pieces() select (one, other)).ToArbitrary(),
        both => NumberCheck.Compare(both.one, both.one).IsEmpty
            && NumberCheck.Compare(both.one, both.other).OnlyInFirst.All(number => both.one.Substring(number.Start, number.Length) == number.Text));

    private static Gen<string> Pieces() => Gen.Elements(
        "5", "0", "1,000", "３", ".", "，", "mg", "毫克", "/", "kg", "万", "百万", "百分之", "十", "三点五", "×10^6^", "^9^", "10", "99999999999999999999", "million", " ", "-", "to", "half a", "年", "每公斤", "%", "twenty-", "⁻⁶", "[@", "]", "{", "<")
        .ListOf().Select(string.Concat);

    private static string Print(IEnumerable<NumberUse> numbers) => string.Join(", ", numbers.Select(number => number.Text));
}
