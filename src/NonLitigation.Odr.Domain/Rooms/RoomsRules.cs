using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>Why an act in a room is refused.</summary>
public static class RoomsRules
{
    public const int LongestText = 4_000;
    public const int LongestReason = 500;

    /// <summary>A room one is not on the roster of, or was removed from, does not exist.</summary>
    public static readonly RefusalReason RoomNotFound = SharedRules.NotFound;

    public static readonly RefusalReason NotAdmitted = new("rooms.not-admitted",
        "调解员还没有请您进入调解室，请稍候。", "The mediator has not admitted you yet; please wait.");

    public static readonly RefusalReason NotOpen = new("rooms.not-open",
        "调解还没有开始或已暂停，暂时不能发言。", "The sitting is not open now, so nothing can be said yet.");

    public static readonly RefusalReason Closed = new("rooms.closed",
        "本次调解已经结束，不能再发言。", "This sitting has ended; nothing more can be said in it.");

    public static readonly RefusalReason MediatorAbsent = new("rooms.mediator-absent",
        "调解员暂时不在调解室，请等调解员回来后再发言。", "The mediator is out of the room; please wait until the mediator is back.");

    public static readonly RefusalReason MayNotSpeak = new("rooms.may-not-speak",
        "您以旁听身份参加，不能发言。", "You attend as an observer and may not speak.");

    public static readonly RefusalReason NoCallsHere = new("rooms.no-calls-here",
        "这个房间没有视频通话，请用文字沟通。", "There are no calls in this room; please write.");

    public static readonly RefusalReason CallsOff = new("rooms.calls-off",
        "本平台没有开通视频通话，请用文字沟通。", "Calls are not available on this platform; please write.");

    public static readonly RefusalReason CallNotOpen = new("rooms.call-not-open",
        "调解员还没有开启通话，或者通话已经结束。", "The mediator has not opened a call, or it has ended.");

    public static readonly RefusalReason CallFull = new("rooms.call-full",
        "通话人数已满，请等有人离开后再加入；文字沟通不受影响。", "The call is full; please join when somebody has left. Writing goes on as usual.");

    public static readonly RefusalReason CallElsewhere = new("rooms.call-elsewhere",
        "您已在别处通话：另一台设备、另一个页面或另一个调解室。", "You are in a call elsewhere: on another device or page, or in another room.");

    public static readonly RefusalReason NotInCall = new("rooms.not-in-call",
        "对方或您自己已不在这个通话中。", "You or the other person are not in this call any more.");

    public static readonly RefusalReason CallNotReachable = new("rooms.call-not-reachable",
        "通话暂时无法建立，请稍后再试；文字沟通不受影响。", "Calls cannot be set up just now; please try again later. Writing goes on as usual.");

    public static readonly RefusalReason SignalTooLarge = new("rooms.signal-too-large",
        "通话的连接数据过大，请刷新页面后重新加入。", "The connection data of the call is too large; please reload the page and join again.");

    public static readonly RefusalReason NoSuchArticle = new("rooms.no-such-article",
        "没有这一条，可能已经换了新的文本，请重新查找。", "There is no such article; the statute may have been imported anew. Please search again.");

    public static readonly RefusalReason MediatorShowsLaw = new("rooms.mediator-shows-law",
        "法条由调解员出示。", "Articles of law are shown by the mediator.");

    /// <summary>The presiding mediator's acts do not exist for anybody else.</summary>
    public static readonly RefusalReason NotPresiding = SharedRules.NotFound;

    public static readonly RefusalReason NoSuchMember = new("rooms.no-such-member",
        "调解室名单里没有这个人。", "This person is not on the room's roster.");

    public static readonly RefusalReason NotWaiting = new("rooms.not-waiting",
        "对方还没有到候场区。", "This person is not waiting in the lobby.");

    public static readonly RefusalReason NotOneself = new("rooms.not-oneself",
        "主持调解员不能把自己移出调解室。", "The presiding mediator cannot be removed by himself.");

    public static readonly RefusalReason ReplyNotFound = new("rooms.reply-missing",
        "没有找到您要回复的那条内容。", "The entry you answer cannot be found.");

    public static readonly RefusalReason IdReused = new("rooms.id-reused",
        "这个编号已经用于另一条内容，请重新发送。", "This id was already used for something else; please send again.");

    public static readonly RefusalReason IdMissing = new("rooms.id-missing",
        "缺少消息编号，请重新发送。", "The message has no id; please send again.");

    public static readonly RefusalReason Busy = new("rooms.busy",
        "此刻发言的人较多，请稍候，您的内容会自动重发。", "Many people are speaking just now; please wait a moment, what you wrote will be sent again.");

    public static readonly RefusalReason NoSpace = new("rooms.no-space",
        "服务器存储空间不足，暂时不能发言，您的内容会保留并自动重发。", "The server is out of space, so nothing can be said just now; what you wrote is kept and will be sent again.");

    public static readonly RefusalReason EntryMissing = new("rooms.entry-missing",
        "所选的条目不存在，或不在您可以查看的范围内。", "One of the entries chosen does not exist, or is not among those you may see.");

    public static readonly RefusalReason NothingToWithdraw = new("rooms.nothing-to-withdraw",
        "只能撤回自己说的话。", "Only what one has said oneself can be taken back.");

    public static readonly RefusalReason ReadAlready = new("rooms.read-already",
        "已经有人读过这句话，不能撤回；您可以再说一句更正。", "Somebody has read it already, so it cannot be taken back; say something more to correct it.");

    public static readonly RefusalReason InterpreterRenders = new("rooms.interpreter-renders",
        "译文由译员提交。", "Renderings are given by an interpreter.");

    public static readonly RefusalReason NothingToRender = new("rooms.nothing-to-render",
        "这一条没有需要翻译的内容。", "There is nothing to render in this entry.");

    public static readonly RefusalReason NotYourLanguage = new("rooms.not-your-language",
        "邀请您担任的不是这种语言的翻译。", "You were not invited to interpret into this language.");

    public static readonly RefusalReason NotPublished = new("rooms.not-published-yet",
        "本调解室还没有公布过检查点，请稍后再试。", "No checkpoint of this room has been published yet; please try again later.");

    public static readonly RefusalReason NoSuchTree = new("rooms.no-such-tree",
        "公开日志没有这样大小的树。", "The public log has no trees of these sizes.");

    public static readonly RefusalReason NoEntryToErase = new("rooms.no-entry-to-erase",
        "没有这条发言，或其正文已经删除。", "There is no such message, or its text was erased before.");

    /// <exception cref="RefusalException">Empty, longer than 4,000 characters, or not valid text.</exception>
    public static CanonicalObject TextBody(string? text)
    {
        SharedRules.TextIsEmpty.When(string.IsNullOrWhiteSpace(text));
        SharedRules.TextIsTooLong.When(text.Length > LongestText);
        return new() { ["type"] = "text", ["text"] = text };
    }
}
