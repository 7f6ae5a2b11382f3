using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Persistence.Shared;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>A mediator, an applicant and a respondent with a joint room, made as an accepted appointment makes it.</summary>
public sealed class TestRoom
{
    public Guid Id { get; private init; }
    public Guid CaseId { get; private init; } = Guid.CreateVersion7();
    public Guid Mediator { get; private init; } = Guid.CreateVersion7();
    public Guid Applicant { get; private init; } = Guid.CreateVersion7();
    public Guid Respondent { get; private init; } = Guid.CreateVersion7();
    public Guid ApplicantParty { get; private init; } = Guid.CreateVersion7();
    public Guid RespondentParty { get; private init; } = Guid.CreateVersion7();

    public static async Task<TestRoom> CreateAsync(OdrCluster cluster)
    {
        var room = new TestRoom();
        await ReactAsync(cluster, (reactions, db) => reactions.MediationStartedAsync(db, new(room.CaseId, "连非诉〔2026〕000001号", "工资", room.Mediator, "王调解员",
            [new(room.ApplicantParty, room.Applicant, "李海生", true), new(room.RespondentParty, room.Respondent, "周永顺", false)]), default));
        var id = await cluster.WithDbAsync(db => cluster.Services.GetRequiredService<IRooms>().JointRoomOfAsync(db, room.CaseId, default));
        return new() { Id = id!.Value, CaseId = room.CaseId, Mediator = room.Mediator, Applicant = room.Applicant, Respondent = room.Respondent, ApplicantParty = room.ApplicantParty, RespondentParty = room.RespondentParty };
    }

    public static async Task ReactAsync(OdrCluster cluster, Func<ICaseReaction, OdrDb, Task> work)
    {
        var reaction = cluster.Services.GetServices<ICaseReaction>().OfType<RoomsOfACase>().Single();
        await cluster.WithDbAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await work(reaction, db);
            await transaction.CommitAsync();
            return true;
        });
    }
}
