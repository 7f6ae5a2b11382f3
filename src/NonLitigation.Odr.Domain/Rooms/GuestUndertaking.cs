using System.Text;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>The words by which a guest undertakes confidentiality; the record has their hash.</summary>
public static class GuestUndertaking
{
    public const string Zh =
        "我自愿受邀参加本次调解。我承诺：对在调解中知悉的当事人隐私、商业秘密和调解内容保密；不录音、不录像、不截图，不向任何人转述；不在其他程序中使用当事人为调解所作的陈述和让步；我不代表任何一方当事人，不替任何人作决定。担任翻译的，如实、完整地翻译，不增减、不评论。";

    public const string En =
        "I take part in this mediation by invitation and of my own will. I undertake to keep confidential what I learn here: the parties' privacy, trade secrets and all that is said; to make no recording, film or screenshot and to tell nobody; not to use in other proceedings what the parties state or concede for the sake of mediation. I stand for no party and decide for nobody. As an interpreter I render faithfully and completely, adding, omitting and commenting nothing.";

    /// <summary>Lower-case hex, of both texts with a line break between.</summary>
    public static string Sha256 { get; } = Digest.Of(Encoding.UTF8.GetBytes($"{Zh}\n{En}")).ToString();
}
