using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Negotiation;

/// <summary>Refusals around proposals. Only what is accepted by those it binds counts (人民调解法 3, 23).</summary>
public static class NegotiationRules
{
    public static readonly RefusalReason NoTerms = new("negotiation.no-terms",
        "方案至少要有一项内容。", "A proposal needs at least one term.");

    public static readonly RefusalReason TooManyTerms = new("negotiation.terms-over-limit",
        "一个方案最多二十项，请分开提出。", "A proposal holds at most twenty terms; please split it.");

    public static readonly RefusalReason TermSaysNothing = new("negotiation.term-says-nothing",
        "每一项都要写明内容或者金额。", "Each term needs words or an amount.");

    public static readonly RefusalReason TermOwedToOneself = new("negotiation.term-owed-to-oneself",
        "履行方和接受方不能是同一人。", "Nobody can owe something to himself.");

    public static readonly RefusalReason AmountNotPositive = new("negotiation.amount-not-positive",
        "金额须大于零，精确到分。", "The amount must be more than zero and within the limit, counted in fen.");

    public static readonly RefusalReason PutToNobody = new("negotiation.put-to-nobody",
        "请选择方案向谁提出。", "Choose whom the proposal is put to.");

    public static readonly RefusalReason PutToOneself = new("negotiation.put-to-oneself",
        "方案不能向自己提出。", "A proposal cannot be put to its own author.");

    public static readonly RefusalReason UnknownParty = new("negotiation.unknown-party",
        "方案涉及的人没有参加本次调解。", "The terms name somebody who does not take part in this mediation.");

    public static readonly RefusalReason NotInThisRoom = new("negotiation.not-in-this-room",
        "方案只能向本调解室内的当事人提出。", "A proposal can be put only to parties of this room.");

    public static readonly RefusalReason BoundButNotAsked = new("negotiation.bound-but-not-asked",
        "方案会约束的每一方都要被征求意见。", "Everybody whom the terms bind must be asked.");

    public static readonly RefusalReason ValidityPast = new("negotiation.validity-past",
        "有效期须晚于现在。", "The validity must end in the future.");

    public static readonly RefusalReason ValidityTooLong = new("negotiation.validity-too-long",
        "有效期最长九十天。", "A proposal is valid for ninety days at most.");

    public static readonly RefusalReason NotANegotiator = new("negotiation.not-a-negotiator",
        "只有当事人和调解员可以提出方案。", "Only parties and the mediator can make proposals.");

    public static readonly RefusalReason NoCase = new("negotiation.no-case",
        "本调解室没有纠纷案件，不能提出方案。", "This room belongs to no case, so nothing can be proposed in it.");

    public static readonly RefusalReason OtherRoom = new("negotiation.other-room",
        "反方案须在原方案所在的调解室提出。", "A counter-proposal is made in the room of the first proposal.");

    public static readonly RefusalReason CounterNeedsTerms = new("negotiation.counter-needs-terms",
        "反方案须写明新的内容，请提出新方案并注明回应哪个方案。", "A counter needs terms: make a new proposal that names the one it answers.");

    public static readonly RefusalReason NotBound = new("negotiation.not-bound",
        "只有受方案约束的当事人可以答复。", "Only a party whom the terms bind, in this room, can answer.");

    public static readonly RefusalReason OwnProposal = new("negotiation.own-proposal",
        "不能答复自己的方案，可以撤回。", "You cannot answer your own proposal; you can withdraw it.");

    public static readonly RefusalReason NotYours = new("negotiation.not-yours",
        "只有提出人可以撤回方案。", "Only its author can withdraw a proposal.");

    public static readonly RefusalReason AlreadyAnswered = new("negotiation.already-answered",
        "您已经接受了这个方案。", "You have accepted this proposal already.");

    public static readonly RefusalReason Expired = new("negotiation.expired",
        "方案已过有效期。", "The proposal is no longer valid: its time has run out.");

    public static readonly RefusalReason Withdrawn = new("negotiation.already-withdrawn",
        "方案已被提出人撤回。", "The proposal was withdrawn by its author.");

    public static readonly RefusalReason Ended = new("negotiation.already-ended",
        "方案已有结果，不能再答复或撤回。", "The proposal has come to its end and can be neither answered nor withdrawn.");

    public static readonly RefusalReason IdReused = new("negotiation.id-reused",
        "同一编号已用于另一内容，请重新提交。", "This message id was already used for something else; please submit again.");

    public static readonly RefusalReason BlindNotYours = new("negotiation.blind-not-yours",
        "盲报价由主持的调解员发起和取消。", "Blind bidding is opened and cancelled by the mediator.");

    public static readonly RefusalReason BlindTooLong = new("negotiation.blind-too-long",
        "盲报价最长三十天。", "Blind bidding stays open for thirty days at most.");

    public static readonly RefusalReason BlindOneReceiver = new("negotiation.blind-one-receiver",
        "盲报价须由一方或者数方向同一方支付，每个支付方一项，不写金额。", "Blind bids are about one sum: one receiver, one term for each who pays, no amounts.");

    public static readonly RefusalReason BlindGapOfASuggestion = new("negotiation.blind-gap-of-a-suggestion",
        "对方案的秘密答复没有差额可以分担。", "A secret answer to a suggestion has no gap to share.");

    public static readonly RefusalReason BlindNotAsked = new("negotiation.blind-not-asked",
        "只有被征询的当事人可以秘密答复。", "Only a party who is asked can answer in secret.");

    public static readonly RefusalReason BlindClosed = new("negotiation.blind-closed",
        "这一轮盲报价已经结束。", "This round of blind bidding has closed.");

    public static readonly RefusalReason BlindNeedsAmount = new("negotiation.blind-needs-amount",
        "请写明金额，须大于零，精确到分。", "Name a sum above zero, counted in fen.");

    public static readonly RefusalReason BlindNeedsYesOrNo = new("negotiation.blind-needs-yes-or-no",
        "请选择接受或者不接受。", "Say whether you accept or not.");

    public static readonly RefusalReason BlindNoGap = new("negotiation.blind-no-gap",
        "这一轮没有设定可以分担的差额。", "No gap to share was fixed for this round.");

    public static readonly RefusalReason BlindLost = new("negotiation.blind-lost",
        "密封的答复已无法打开，本轮将取消，没有透露任何内容。请调解员另开一轮。", "The sealed answers cannot be opened any more. The round is being cancelled; nothing was revealed. Ask the mediator for a new one.");
}
