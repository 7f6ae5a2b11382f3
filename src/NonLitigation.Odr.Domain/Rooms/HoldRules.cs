using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>Why something about held messages is refused.</summary>
public static class HoldRules
{
    public static readonly RefusalReason NotHere = new("rooms.hold-not-here",
        "只有联合调解室可以先审后发；单独沟通室里只有调解员和一方。", "Messages are held for review in a joint room only; in a caucus there is nobody but the mediator and one side.");

    /// <summary>Not shown to anybody: it sends a message the way on which it is held.</summary>
    public static readonly RefusalReason ForReview = new("rooms.held-for-review",
        "这条消息先由调解员查看。", "This message waits for the mediator first.");

    public static readonly RefusalReason WordsOnly = new("rooms.held-words-only",
        "调解员正在先审后发：现在只能发送文字，文件、方案和答复请等审阅结束后再提交。", "The mediator reviews messages just now: only words can be sent; files, proposals and answers when the review has ended.");

    public static readonly RefusalReason NoSuchMessage = new("rooms.held-missing",
        "没有找到这条等候查看的消息。", "There is no such message waiting for review.");

    public static readonly RefusalReason AlreadyReleased = new("rooms.held-released",
        "这条消息已经放行，不能再退回。", "This message was let through already; it cannot be given back.");

    public static readonly RefusalReason AlreadyReturned = new("rooms.held-returned",
        "这条消息已经退回给发送人，不能再放行。", "This message was given back to its author already; it cannot be let through.");

    public static readonly RefusalReason AuthorGone = new("rooms.held-author-gone",
        "发送人已不在调解室，不能放行他的消息。", "The author is not in the room any more, so the message cannot be let through.");

    public static readonly RefusalReason ReasonNeeded = new("rooms.held-reason",
        "请写明退回的原因，发送人会看到。", "Say why it is given back; its author will read it.");
}
