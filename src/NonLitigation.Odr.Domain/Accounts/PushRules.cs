using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Accounts;

/// <summary>Why a device is not alerted by push.</summary>
public static class PushRules
{
    public const int MostDevices = 10;
    public const int LongestEndpoint = 1_000;

    public static readonly RefusalReason NotOffered = new("accounts.push-not-offered",
        "本平台目前没有开通推送提醒。", "Alerts by push are not offered here at present.");
    public static readonly RefusalReason EndpointRefused = new("accounts.push-endpoint-refused",
        "这个浏览器的推送服务不在允许的名单上，不能打开提醒。请换一个浏览器。", "This browser’s push service is not on the list of those allowed, so alerts cannot be turned on. Please use another browser.");
    public static readonly RefusalReason KeysInvalid = new("accounts.push-keys-invalid",
        "浏览器给出的推送密钥不正确，请刷新页面后再试。", "The keys that the browser gave for push are not valid. Reload the page and try again.");
    public static readonly RefusalReason HoursInvalid = new("accounts.push-hours-invalid",
        "请在 0 到 23 点之间选择。", "Choose hours from 0 to 23.");
    public static readonly RefusalReason TooMany = new("accounts.push-too-many",
        "打开提醒的设备太多，请先在不用的设备上关掉。", "Alerts are on at too many devices; turn them off where you do not need them.");
}
