using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Evidence;

/// <summary>Every refusal of this feature.</summary>
public static class EvidenceRules
{
    /// <summary>In bytes, before and after re-encoding.</summary>
    public const long LargestFile = 20 * 1024 * 1024;

    /// <summary>Pixels of an image, read from its header before anything is decoded.</summary>
    public const long MostPixels = 50_000_000;

    /// <summary>In bytes: two minutes as browsers record a voice, with room to spare.</summary>
    public const long LargestVoice = 4 * 1024 * 1024;

    public const int MostExhibitsOfACase = 200;
    public const int MostExhibitsBeforeFiling = 50;

    public static readonly RefusalReason Empty = new("evidence.empty", "文件是空的，请重新选择。", "The file is empty; please choose another.");

    public static readonly RefusalReason TooLarge = new("evidence.file-too-large", "文件超过20MB，请压缩或者分开上传。", "The file is larger than 20 MB; make it smaller or send it in parts.");

    public static readonly RefusalReason KindNotAllowed = new("evidence.kind-not-allowed",
        "只能上传照片（JPEG、PNG、WebP）、PDF、纯文本文件或者在本页面录制的语音。", "Only photos (JPEG, PNG, WebP), PDF, plain text and voice recorded on this page can be sent.");

    public static readonly RefusalReason VoiceTooLong = new("evidence.voice-too-long", "一段语音最长两分钟，请分段录制。", "A voice note lasts two minutes at most; record it in parts.");

    public static readonly RefusalReason ImageBroken = new("evidence.image-broken", "图片无法读取，请重新拍摄或者另存后上传。", "The image cannot be read; take it again or save it anew.");

    public static readonly RefusalReason TooManyPixels = new("evidence.image-too-large", "图片尺寸过大（最多5000万像素）。", "The image has too many pixels (at most 50 million).");

    public static readonly RefusalReason PdfIncomplete = new("evidence.pdf-incomplete", "PDF文件不完整或者末尾附有其他内容，请重新导出。", "The PDF is incomplete or has something after its end; export it anew.");

    public static readonly RefusalReason PdfActive = new("evidence.pdf-active",
        "PDF中含有脚本、附件或者表单程序，请打印为普通PDF后上传。", "The PDF contains scripts, attachments or programs; print it to a plain PDF and send that.");

    public static readonly RefusalReason PdfLocked = new("evidence.pdf-locked",
        "PDF已加密，其他人无法查看，请打印为普通PDF后上传。", "The PDF is locked, so others could not look into it; print it to a plain PDF and send that.");

    public static readonly RefusalReason CaseEnded = new("evidence.case-ended", "案件已经结束，不能再补充材料。", "The case has ended; nothing can be added.");

    public static readonly RefusalReason TooMany = new("evidence.limit-reached", "材料数量已达上限，请联系调解中心。", "There are as many exhibits as can be kept; please ask the centre.");

    public static readonly RefusalReason NoSpace = new("evidence.no-space",
        "服务器存储空间不足，暂时不能上传文件，发言不受影响。请稍后再试。", "The server is short of space, so no file can be taken just now; speaking goes on. Please try again later.");

    public static readonly RefusalReason IdMissing = new("evidence.id-missing", "缺少消息编号，请重新发送。", "The message has no id; please send again.");

    public static readonly RefusalReason IdReused = new("evidence.id-reused", "这个编号已经用于另一个文件，请重新发送。", "This id was already used for another file; please send again.");
}
