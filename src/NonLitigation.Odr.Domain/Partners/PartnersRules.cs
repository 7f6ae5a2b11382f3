using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Partners;

/// <summary>Refusals between this service and the systems of courts and notaries.</summary>
public static class PartnersRules
{
    public static readonly RefusalReason ReceiptDoubtful = new("partners.receipt-doubtful",
        "对方系统返回的回执与所发材料不符。", "The receipt does not fit the packet that was sent.");

    public static readonly RefusalReason PacketUnreadable = new("partners.packet-unreadable",
        "材料格式不正确，或者与声明的摘要不符。", "The packet cannot be read, or does not fit the hash that was announced.");

    public static readonly RefusalReason KeyReused = new("partners.key-id-reused",
        "这个幂等编号已经用于另一份材料。", "This idempotency key was used for another packet.");
}
