using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Server.Law;
using NonLitigation.Odr.Server.Rooms;
using NonLitigation.Odr.Server.Shared;

// odr-server migrate        brings the database to this version, as its owner (ConnectionStrings:OdrOwner)
// odr-server seed --demo    demo organisations, people and logins
// odr-server check          says what would keep it from serving, one line each, and ends with 3; or with 0
// odr-server check-record   computes the whole record again, with every published checkpoint; 1: damaged, 4: rolled back
// odr-server acknowledge-rollback --reason TEXT           goes on with a record that lacks what was published
// odr-server erase --room ID --sequence N --reason TEXT   takes a message's text away for good, as the owner of the tables
// odr-server import-statutes FOLDER                       takes over statute texts for search and law cards, as the owner of the tables
// odr-server                serves; ends with 3 and the same lines when it must not
var app = OdrApplication.Build(args);
try
{
    switch (args.FirstOrDefault())
    {
        case "migrate": return await Verbs.MigrateAsync(app);
        case "seed": return await Verbs.SeedAsync(app, args);
        case "check": return await Verbs.CheckAsync(app);
        case "check-record": return await RecordVerbs.CheckAsync(app);
        case "acknowledge-rollback": return await RecordVerbs.AcknowledgeAsync(app, args);
        case "import-statutes": return await LawVerbs.ImportAsync(app, args);
        case "erase": return await RecordVerbs.EraseAsync(app, args);
        default: return await Verbs.ServeAsync(app);
    }
}
catch (RecordRolledBackException lost)
{
    await Console.Error.WriteLineAsync(lost.Message);
    return 4;
}
