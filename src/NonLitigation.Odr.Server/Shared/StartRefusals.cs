using NonLitigation.Odr.Contracts.Shared;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>Why a node does not start. Each sentence says how to set it right.</summary>
public static class StartRefusals
{
    public static readonly RefusalView RecordAway = new("start.record-away",
        "无法连接 PostgreSQL。请检查 ConnectionStrings:Odr 以及数据库是否在运行。", "PostgreSQL cannot be reached. Look at ConnectionStrings:Odr and whether the database runs.");

    public static readonly RefusalView FsyncOff = new("start.fsync-off",
        "PostgreSQL 的 fsync 已关闭，断电会丢失已确认的发言。请设置 fsync = on 并重新加载配置。",
        "PostgreSQL runs with fsync off: a power cut loses what was confirmed. Set fsync = on and reload.");

    public static readonly RefusalView FullPageWritesOff = new("start.full-page-writes-off",
        "PostgreSQL 的 full_page_writes 已关闭，断电会损坏数据页。请设置 full_page_writes = on 并重新加载配置。",
        "PostgreSQL runs with full_page_writes off: a power cut can tear its pages. Set full_page_writes = on and reload.");

    public static readonly RefusalView SynchronousCommitOff = new("start.synchronous-commit-off",
        "服务会话的 synchronous_commit 低于 on，已确认的发言可能丢失。请在服务器、数据库、角色和连接串中都设为 on 或 remote_apply。",
        "The service's session has synchronous_commit below on: what was confirmed can be lost. Let it be on or remote_apply in server, database, role and connection string.");

    public static readonly RefusalView RecordReadOnly = new("start.record-read-only",
        "连接的是只读副本或只读会话。请把 ConnectionStrings:Odr 指向主库。", "This is a read replica or a read-only session. Let ConnectionStrings:Odr name the primary.");

    public static readonly RefusalView RoleTooMighty = new("start.role-too-mighty",
        "服务角色能够修改或删除笔录（权限、所有者、超级用户或可授予自己的角色）。请使用只由 migrate 授权的角色 odr_service。",
        "The service's role could change or remove what stands in the transcript, by a grant, as owner, as superuser or by a role it can take. Use odr_service with what `migrate` grants, no more.");

    public static readonly RefusalView TranscriptUnguarded = new("start.transcript-unguarded",
        "笔录表的只增触发器缺失或被停用。请以 odr_owner 运行 migrate。", "The triggers that keep the transcript from being changed are missing or disabled. Run `migrate` as odr_owner.");

    public static readonly RefusalView VolatileOutsideTests = new("start.volatile-outside-tests",
        "Odr:Record:MayBeVolatile 只用于测试。请删除这个设置。", "Odr:Record:MayBeVolatile is for tests in Development alone. Take the setting away.");

    public static readonly RefusalView SchemaOlder = new("start.schema-older",
        "数据库结构比程序旧。请先运行 odr-server migrate。", "The database is older than this program. Run `odr-server migrate` first.");

    public static readonly RefusalView SchemaNewer = new("start.schema-newer",
        "数据库结构比程序新。请换用更新的程序。", "The database is newer than this program. Start the newer program.");

    public static readonly RefusalView OutboxInProduction = new("start.outbox-in-production",
        "Odr:Delivery=outbox 只用于开发：短信和邮件不会发出。请删除这个设置。", "Odr:Delivery=outbox is for Development: nothing would leave. Take the setting away.");

    public static readonly RefusalView NoCarrier = new("start.no-carrier",
        "没有配置短信和邮件，任何人都收不到验证码。请设置 Odr:Sms:Gateway 或 Odr:Smtp:Host。", "Neither SMS nor mail is set up, so nobody could get a code. Set Odr:Sms:Gateway or Odr:Smtp:Host.");

    public static readonly RefusalView CookieKeysOpen = new("start.cookie-keys-open",
        "登录凭证的密钥没有加密保存。请在 Odr:CookieKeys:Certificate 指定 PKCS#12 证书（RSA 2048 位以上，含私钥）。",
        "The keys of sign-in cookies would lie in the database unencrypted. Name a PKCS #12 certificate (RSA of 2,048 bits or more, with its private key) in Odr:CookieKeys:Certificate.");

    public static readonly RefusalView CookieKeysLeftOpen = new("start.cookie-keys-left-open",
        "数据库中还有未加密的登录密钥（来自开发环境）。请删除表 data_protection_keys 中含有 masterKey 的行；所有人需要重新登录。",
        "Unencrypted keys of sign-in cookies lie in the database, from Development. Delete the rows of data_protection_keys that hold a masterKey; everybody signs in anew.");

    public static readonly RefusalView BidKeysUnsafe = new("start.bid-keys-unsafe",
        "盲报价密钥文件夹不可写，或其他用户可以读取。请将 Odr:Negotiation:BidKeys 指向各节点共用、权限为700的可写文件夹，且不要放入备份。",
        "The folder of the keys of blind bids cannot be written, or others can read it. Name one in Odr:Negotiation:BidKeys that all nodes share, mode 0700, left out of backups.");
}
