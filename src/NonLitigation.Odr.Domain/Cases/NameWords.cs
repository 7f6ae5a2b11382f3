using System.Text;
using System.Text.RegularExpressions;

namespace NonLitigation.Odr.Domain.Cases;

/// <summary>The words by which one name is recognised: itself, the given name, the surname with a title, what is left of a firm's name without place and legal form.</summary>
internal static partial class NameWords
{
    private static readonly string[] Surnames = ["欧阳", "上官", "司马", "诸葛", "司徒", "东方", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "端木", "轩辕", "长孙", "宇文", "南宫", "独孤", "呼延", "申屠"];

    private static readonly string[] Titles =
    [
        "某", "先生", "女士", "小姐", "总", "董", "老板", "经理", "师傅", "主任", "律师", "法官", "医生", "老师", "同志", "队长", "船长", "船东", "书记", "主席", "厂长", "院长", "校长", "工", "局", "处", "科", "所",
        "大姐", "大哥", "大爷", "大妈", "大伯", "阿姨", "叔叔", "叔", "伯", "姐", "哥", "弟", "妹", "姨", "婶", "嫂", "爷爷", "奶奶", "氏", "老", "家",
    ];

    private static readonly string[] Before = ["老", "小", "阿", "姓"];

    private static readonly string[] LegalForms =
    [
        "有限责任公司", "股份有限公司", "集团有限公司", "有限公司", "股份公司", "集团公司", "公司", "集团", "专业合作社", "合作社", "个体工商户", "经营部", "事务所", "分公司", "工作室", "商行", "商店", "超市", "厂", "店", "中心",
    ];

    private static readonly string[] Trades =
    [
        "供应链管理", "供应链", "国际贸易", "国际物流", "进出口", "人力资源", "房地产开发", "房地产", "物业管理", "物业服务", "建筑工程", "建设工程", "科技发展", "信息技术", "电子商务", "科技", "贸易", "商贸", "物流", "水产", "渔业", "海洋",
        "建设", "建筑", "工程", "装饰", "装饰装修", "餐饮", "食品", "置业", "物业", "管理", "服务", "实业", "发展", "投资", "电子", "机械", "制造", "船务", "航运", "运输", "劳务", "劳务派遣", "文化传媒", "传媒", "教育", "医药", "化工", "农业", "养殖",
        "技术", "咨询", "汽车", "家具", "服饰", "酒店", "旅游",
    ];

    public static IEnumerable<(string Text, bool Whole)> Of(string name, bool isOrganisation)
    {
        var plain = FoldedText.Of(name);
        if (plain.Length == 0) yield break;
        yield return (name, true);
        foreach (var part in isOrganisation ? Firm(plain) : IsChinese(plain) ? Person(plain) : Latin(name)) yield return (part, false);
    }

    private static IEnumerable<string> Person(string name)
    {
        var surname = name.Length > 2 && Surnames.FirstOrDefault(one => name.StartsWith(one, StringComparison.Ordinal)) is { } compound ? compound : Rune.GetRuneAt(name, 0).ToString();
        var given = name[surname.Length..];
        if (PlainLength(given) >= 2) yield return given;
        foreach (var title in Titles) yield return surname + title;
        foreach (var before in Before) yield return before + surname;
        if (PlainLength(given) >= 1) foreach (var before in new[] { "小", "阿" }) yield return before + LastOf(given);
    }

    /// <summary>John Smith: John, Smith. Short ones (Li) only with a title.</summary>
    private static IEnumerable<string> Latin(string name)
    {
        foreach (var part in name.Split([' ', '·', '-', ',', '.', '\''], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Length >= 3) yield return part;
            foreach (var title in new[] { "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss" }) yield return title + part;
        }
    }

    private static IEnumerable<string> Firm(string name)
    {
        var rest = Bracketed().Replace(name, "");
        if (rest != name) yield return rest;
        var place = Region().Match(rest);
        foreach (var whole in new[] { rest, rest[place.Length..] }.Distinct())
        {
            var left = WithoutEnd(whole, LegalForms);
            while (PlainLength(left) >= 2)
            {
                if (left != name) yield return left;
                var shorter = WithoutEnd(left, Trades);
                if (shorter == left) break;
                left = shorter;
            }
        }
    }

    private static string WithoutEnd(string text, string[] ends) =>
        ends.Where(end => text.EndsWith(end, StringComparison.Ordinal) && text.Length > end.Length + 1).OrderByDescending(end => end.Length).FirstOrDefault() is { } longest ? text[..^longest.Length] : text;

    private static bool IsChinese(string text) => text.EnumerateRunes().All(rune => rune.Value >= 0x2E80);

    private static int PlainLength(string text) => text.EnumerateRunes().Count();

    private static string LastOf(string text) => text.EnumerateRunes().Last().ToString();

    [GeneratedRegex(@"[(（][^)）]*[)）]")]
    private static partial Regex Bracketed();

    /// <summary>省, 市, 区, 县 in front of a firm's name.</summary>
    [GeneratedRegex(@"^(?:中国)?(?:(?:江苏|山东|浙江|上海|北京|安徽|河南|广东|福建)省?)?(?:连云港|南京|徐州|盐城|淮安|宿迁|日照|临沂|青岛|苏州)?市?(?:(?:海州|连云|赣榆|东海|灌云|灌南)[区县]?)?")]
    private static partial Regex Region();
}
