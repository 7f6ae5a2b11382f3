using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace NonLitigation.Odr.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AspNetRoles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asp_net_roles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    display_name = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    time_zone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    suspended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "text", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asp_net_users", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "case_erasures",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_erasures", x => x.case_id);
                });

            migrationBuilder.CreateTable(
                name: "case_number_years",
                columns: table => new
                {
                    year = table.Column<int>(type: "integer", nullable: false),
                    last = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_number_years", x => x.year);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "text", nullable: true),
                    xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "deliveries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    to = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    text_zh = table.Column<string>(type: "text", nullable: false),
                    text_en = table.Column<string>(type: "text", nullable: false),
                    link = table.Column<string>(type: "text", nullable: true),
                    code = table.Column<string>(type: "text", nullable: true),
                    calendar = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deliveries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ended_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ended_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "entry_erasures",
                columns: table => new
                {
                    room_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entry_erasures", x => new { x.room_id, x.sequence });
                    table.CheckConstraint("entry_erasures_reason", "length(trim(reason)) > 0");
                });

            migrationBuilder.CreateTable(
                name: "log_checkpoints",
                columns: table => new
                {
                    size = table.Column<long>(type: "bigint", nullable: false),
                    root = table.Column<byte[]>(type: "bytea", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_log_checkpoints", x => x.size);
                    table.CheckConstraint("log_checkpoints_shape", "size > 0 and octet_length(root) = 32");
                });

            migrationBuilder.CreateTable(
                name: "log_leaves",
                columns: table => new
                {
                    position = table.Column<long>(type: "bigint", nullable: false),
                    leaf = table.Column<byte[]>(type: "bytea", nullable: false),
                    act = table.Column<string>(type: "text", nullable: true),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_log_leaves", x => x.position);
                    table.CheckConstraint("log_leaves_shape", "position >= 0 and octet_length(leaf) = 32");
                });

            migrationBuilder.CreateTable(
                name: "one_time_codes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    link_id = table.Column<Guid>(type: "uuid", nullable: true),
                    address = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tries_left = table.Column<int>(type: "integer", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_one_time_codes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "one_use_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    used_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_one_use_links", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organisations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    tier = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    field = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    area_code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    path = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    holds_seal = table.Column<bool>(type: "boolean", nullable: false),
                    charges_fee = table.Column<bool>(type: "boolean", nullable: false),
                    duty_list = table.Column<string[]>(type: "text[]", nullable: false),
                    name_letters = table.Column<string[]>(type: "text[]", nullable: true, computedColumnSql: "string_to_array(lower(name collate \"C\"), NULL)", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisations", x => x.id);
                    table.ForeignKey(
                        name: "fk_organisations_organisations_parent_id",
                        column: x => x.parent_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "passkey_ceremonies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    nonce = table.Column<byte[]>(type: "bytea", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_passkey_ceremonies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "proposals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    room_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    proposed_by_party_id = table.Column<Guid>(type: "uuid", nullable: true),
                    client_message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    put_to = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    terms = table.Column<string>(type: "jsonb", nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    valid_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    counter_to = table.Column<Guid>(type: "uuid", nullable: true),
                    sounding_out = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposals", x => x.id);
                    table.CheckConstraint("ck_proposals_ended", "(state = 'Open') = (ended_at is null)");
                    table.ForeignKey(
                        name: "fk_proposals_proposals_counter_to",
                        column: x => x.counter_to,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reauthentication_proofs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    method = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    evidence = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reauthentication_proofs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "room_entries",
                columns: table => new
                {
                    room_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: true),
                    author_name = table.Column<string>(type: "text", nullable: false),
                    author_role = table.Column<string>(type: "text", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    client_message_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reply_to = table.Column<long>(type: "bigint", nullable: true),
                    audience = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: true),
                    salt = table.Column<byte[]>(type: "bytea", nullable: true),
                    commitment = table.Column<byte[]>(type: "bytea", nullable: false),
                    previous_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    entry_hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_room_entries", x => new { x.room_id, x.sequence });
                    table.CheckConstraint("room_entries_shape", "sequence > 0 and (body is null) = (salt is null) and octet_length(salt) = 32 and octet_length(commitment) = 32 and octet_length(previous_hash) = 32 and octet_length(entry_hash) = 32");
                });

            migrationBuilder.CreateTable(
                name: "rooms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    enterprise_id = table.Column<Guid>(type: "uuid", nullable: true),
                    caucus_party_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    colour = table.Column<int>(type: "integer", nullable: false),
                    case_number = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rooms", x => x.id);
                    table.CheckConstraint("rooms_colour", "colour between 0 and 7");
                });

            migrationBuilder.CreateTable(
                name: "simulated_filings",
                columns: table => new
                {
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    desk = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    register = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    packet_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    packet = table.Column<byte[]>(type: "bytea", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_simulated_filings", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "statute_articles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    statute = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version_of = table.Column<DateOnly>(type: "date", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    label = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    text_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    imported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_statute_articles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetRoleClaims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    role_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asp_net_role_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_asp_net_role_claims_asp_net_roles_role_id",
                        column: x => x.role_id,
                        principalTable: "AspNetRoles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asp_net_user_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_asp_net_user_claims_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asp_net_user_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_asp_net_user_logins_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserPasskeys",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asp_net_user_passkeys", x => x.credential_id);
                    table.ForeignKey(
                        name: "fk_asp_net_user_passkeys_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserRoles",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asp_net_user_roles", x => new { x.user_id, x.role_id });
                    table.ForeignKey(
                        name: "fk_asp_net_user_roles_asp_net_roles_role_id",
                        column: x => x.role_id,
                        principalTable: "AspNetRoles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_asp_net_user_roles_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asp_net_user_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_asp_net_user_tokens_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "calendar_feeds",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_feeds", x => x.person_id);
                    table.CheckConstraint("ck_calendar_feeds_hash", "octet_length(secret_hash) = 32");
                    table.ForeignKey(
                        name: "fk_calendar_feeds_asp_net_users_person_id",
                        column: x => x.person_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mediator_leaves",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    cancelled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mediator_leaves", x => x.id);
                    table.CheckConstraint("ck_mediator_leaves_days", "first_day <= last_day");
                    table.ForeignKey(
                        name: "fk_mediator_leaves_asp_net_users_person_id",
                        column: x => x.person_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "push_devices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: true),
                    endpoint = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    key = table.Column<byte[]>(type: "bytea", nullable: false),
                    secret = table.Column<byte[]>(type: "bytea", nullable: false),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    quiet_from = table.Column<int>(type: "integer", nullable: false),
                    quiet_until = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_push_devices", x => x.id);
                    table.ForeignKey(
                        name: "fk_push_devices_asp_net_users_person_id",
                        column: x => x.person_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "log_timestamps",
                columns: table => new
                {
                    size = table.Column<long>(type: "bigint", nullable: false),
                    token = table.Column<byte[]>(type: "bytea", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_log_timestamps", x => x.size);
                    table.ForeignKey(
                        name: "fk_log_timestamps_log_checkpoints_size",
                        column: x => x.size,
                        principalTable: "log_checkpoints",
                        principalColumn: "size",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attention_limits",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    set_by = table.Column<Guid>(type: "uuid", nullable: false),
                    set_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attention_limits", x => x.organisation_id);
                    table.CheckConstraint("ck_attention_limits_minutes", "minutes between 1 and 60");
                    table.ForeignKey(
                        name: "fk_attention_limits_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mediators",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    skills = table.Column<string[]>(type: "text[]", nullable: false),
                    pool = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    grade = table.Column<int>(type: "integer", nullable: false),
                    introduction = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    capacity = table.Column<int>(type: "integer", nullable: false),
                    open_cases = table.Column<int>(type: "integer", nullable: false),
                    suspended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    name_letters = table.Column<string[]>(type: "text[]", nullable: true, computedColumnSql: "string_to_array(lower(name collate \"C\"), NULL)", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mediators", x => x.id);
                    table.CheckConstraint("ck_mediators_open_cases", "open_cases >= 0 and open_cases <= capacity");
                    table.ForeignKey(
                        name: "fk_mediators_asp_net_users_person_id",
                        column: x => x.person_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mediators_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "operator_seats",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operator_seats", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_operator_seats_asp_net_users_person_id",
                        column: x => x.person_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_operator_seats_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pairings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_by = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_by = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pairings", x => x.id);
                    table.CheckConstraint("ck_pairings_ended", "(ended_at is null) = (ended_by is null)");
                    table.ForeignKey(
                        name: "fk_pairings_asp_net_users_made_by",
                        column: x => x.made_by,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pairings_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pairings_organisations_partner_id",
                        column: x => x.partner_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "retention_policies",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    short_years = table.Column<int>(type: "integer", nullable: false),
                    long_years = table.Column<int>(type: "integer", nullable: false),
                    with_agreement = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    without_agreement = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    basis = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    set_by = table.Column<Guid>(type: "uuid", nullable: true),
                    set_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retention_policies", x => x.organisation_id);
                    table.ForeignKey(
                        name: "fk_retention_policies_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "snippets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    snippet_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    shortcut = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    written_by = table.Column<Guid>(type: "uuid", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_snippets", x => x.id);
                    table.CheckConstraint("ck_snippets_owner", "(owner_id is null) <> (organisation_id is null)");
                    table.ForeignKey(
                        name: "fk_snippets_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "blind_rounds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    room_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    opened_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    client_message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    terms = table.Column<string>(type: "jsonb", nullable: false),
                    gap_fen = table.Column<long>(type: "bigint", nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closes_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: true),
                    key_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_blind_rounds", x => x.id);
                    table.CheckConstraint("ck_blind_rounds_closed", "(state = 'Open') = (closed_at is null)");
                    table.CheckConstraint("ck_blind_rounds_deal", "(state = 'Deal') = (proposal_id is not null)");
                    table.CheckConstraint("ck_blind_rounds_key", "(state = 'Open') = (key_id is not null)");
                    table.ForeignKey(
                        name: "fk_blind_rounds_proposal_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "proposal_answers",
                columns: table => new
                {
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    answer = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    client_message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposal_answers", x => new { x.proposal_id, x.party_id });
                    table.ForeignKey(
                        name: "fk_proposal_answers_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "enterprises",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    credit_code = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: false),
                    area = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    registered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    room_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_enterprises", x => x.id);
                    table.ForeignKey(
                        name: "fk_enterprises_room_row_room_id",
                        column: x => x.room_id,
                        principalTable: "rooms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "held_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    room_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    reply_to = table.Column<long>(type: "bigint", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    sequence = table.Column<long>(type: "bigint", nullable: true),
                    cause = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_held_messages", x => x.id);
                    table.CheckConstraint("ck_held_messages_state", "(state = 'Waiting' and decided_at is null) or (state = 'Released' and sequence is not null and decided_by is not null) or (state = 'Returned' and cause is not null and sequence is null)");
                    table.ForeignKey(
                        name: "fk_held_messages_room_row_room_id",
                        column: x => x.room_id,
                        principalTable: "rooms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "push_tellings",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    room_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_push_tellings", x => new { x.person_id, x.room_id });
                    table.ForeignKey(
                        name: "fk_push_tellings_asp_net_users_person_id",
                        column: x => x.person_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_push_tellings_room_row_room_id",
                        column: x => x.room_id,
                        principalTable: "rooms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "read_positions",
                columns: table => new
                {
                    room_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_read_positions", x => new { x.room_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_read_positions_rooms_room_id",
                        column: x => x.room_id,
                        principalTable: "rooms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "room_agendas",
                columns: table => new
                {
                    room_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    items = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_room_agendas", x => x.room_id);
                    table.ForeignKey(
                        name: "fk_room_agendas_room_row_room_id",
                        column: x => x.room_id,
                        principalTable: "rooms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "room_checkpoints",
                columns: table => new
                {
                    room_id = table.Column<Guid>(type: "uuid", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    root = table.Column<byte[]>(type: "bytea", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_room_checkpoints", x => new { x.room_id, x.size });
                    table.CheckConstraint("room_checkpoints_shape", "size > 0 and octet_length(root) = 32");
                    table.ForeignKey(
                        name: "fk_room_checkpoints_log_leaves_position",
                        column: x => x.position,
                        principalTable: "log_leaves",
                        principalColumn: "position",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_room_checkpoints_room_row_room_id",
                        column: x => x.room_id,
                        principalTable: "rooms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "room_heads",
                columns: table => new
                {
                    room_id = table.Column<Guid>(type: "uuid", nullable: false),
                    head = table.Column<long>(type: "bigint", nullable: false),
                    head_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    first_opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_entry_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    call_open = table.Column<bool>(type: "boolean", nullable: false),
                    hold = table.Column<string>(type: "text", nullable: false),
                    different_times = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_room_heads", x => x.room_id);
                    table.CheckConstraint("room_heads_call", "state = 'Open' or not call_open");
                    table.CheckConstraint("room_heads_different_times", "state <> 'Closed' or not different_times");
                    table.CheckConstraint("room_heads_head", "head >= 0 and octet_length(head_hash) = 32");
                    table.CheckConstraint("room_heads_hold", "hold in ('Never','Ended') or (hold = 'On' and state = 'Open')");
                    table.CheckConstraint("room_heads_state", "state in ('Scheduled','Lobby','Open','Adjourned','Closed')");
                    table.ForeignKey(
                        name: "fk_room_heads_rooms_room_id",
                        column: x => x.room_id,
                        principalTable: "rooms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "room_members",
                columns: table => new
                {
                    room_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    standing = table.Column<string>(type: "text", nullable: false),
                    from_sequence = table.Column<long>(type: "bigint", nullable: true),
                    to_sequence = table.Column<long>(type: "bigint", nullable: true),
                    joined = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_room_members", x => new { x.room_id, x.person_id });
                    table.CheckConstraint("room_members_standing", "standing in ('Invited','Waiting','Admitted','Removed')");
                    table.ForeignKey(
                        name: "fk_room_members_rooms_room_id",
                        column: x => x.room_id,
                        principalTable: "rooms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "room_waits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    room_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    mediator_told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    operators_told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_room_waits", x => x.id);
                    table.ForeignKey(
                        name: "fk_room_waits_room_row_room_id",
                        column: x => x.room_id,
                        principalTable: "rooms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    filer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    what_happened = table.Column<string>(type: "text", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stage = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    closing_reason = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    closing_note = table.Column<string>(type: "text", nullable: true),
                    filed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    choosing_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    mediator_id = table.Column<Guid>(type: "uuid", nullable: true),
                    mediator_person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    mediator_name = table.Column<string>(type: "text", nullable: true),
                    appointed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    disclosure = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    extensions = table.Column<string>(type: "jsonb", nullable: true),
                    suspensions = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases", x => x.id);
                    table.CheckConstraint("ck_cases_agreed", "(stage = 'Agreed') = (closing_reason is not distinct from 'Agreed')");
                    table.CheckConstraint("ck_cases_ended", "(stage in ('Agreed', 'Closed')) = (ended_at is not null and closing_reason is not null)");
                    table.CheckConstraint("ck_cases_mediator", "stage not in ('AwaitingAcceptance', 'InMediation', 'Signing', 'Agreed') or mediator_person_id is not null");
                    table.CheckConstraint("ck_cases_stage", "stage in ('Inviting', 'ChoosingMediator', 'AwaitingAcceptance', 'InMediation', 'Signing', 'Agreed', 'Closed')");
                    table.ForeignKey(
                        name: "fk_cases_asp_net_users_filer_id",
                        column: x => x.filer_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cases_mediator_mediator_id",
                        column: x => x.mediator_id,
                        principalTable: "mediators",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cases_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "legal_guides",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    pairing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    background = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    named_by = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_by = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_guides", x => x.id);
                    table.CheckConstraint("ck_legal_guides_ended", "(ended_at is null) = (ended_by is null)");
                    table.ForeignKey(
                        name: "fk_legal_guides_asp_net_users_person_id",
                        column: x => x.person_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_legal_guides_pairing_pairing_id",
                        column: x => x.pairing_id,
                        principalTable: "pairings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "blind_bids",
                columns: table => new
                {
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contents = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_blind_bids", x => new { x.round_id, x.party_id });
                    table.ForeignKey(
                        name: "fk_blind_bids_blind_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "blind_rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "enterprise_butlers",
                columns: table => new
                {
                    enterprise_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead = table.Column<bool>(type: "boolean", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_enterprise_butlers", x => new { x.enterprise_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_enterprise_butlers_asp_net_users_person_id",
                        column: x => x.person_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_enterprise_butlers_enterprise_enterprise_id",
                        column: x => x.enterprise_id,
                        principalTable: "enterprises",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_enterprise_butlers_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "enterprise_mandates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    enterprise_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    contact = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    scope = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: false),
                    granted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    granted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_enterprise_mandates", x => x.id);
                    table.CheckConstraint("ck_enterprise_mandates_revoked", "revoked_by is null or ended_at is not null");
                    table.ForeignKey(
                        name: "fk_enterprise_mandates_asp_net_users_person_id",
                        column: x => x.person_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_enterprise_mandates_enterprises_enterprise_id",
                        column: x => x.enterprise_id,
                        principalTable: "enterprises",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agreements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    effective_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    on_table_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreements", x => x.id);
                    table.CheckConstraint("ck_agreements_effective", "(state = 'Effective') = (effective_at is not null)");
                    table.ForeignKey(
                        name: "fk_agreements_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_claims",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: true),
                    against_party_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_claims", x => x.id);
                    table.CheckConstraint("ck_case_claims_amount", "amount_fen is null or amount_fen > 0");
                    table.ForeignKey(
                        name: "fk_case_claims_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_file_copies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_file_copies", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_file_copies_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_moves",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    act = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    from_stage = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    to_stage = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_moves", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_moves_case_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_notes",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_notes", x => new { x.case_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_case_notes_case_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_parties",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    contact = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    place = table.Column<string>(type: "text", nullable: true),
                    nature = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    id_number = table.Column<string>(type: "text", nullable: true),
                    representative_name = table.Column<string>(type: "text", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    chosen_mediator_id = table.Column<Guid>(type: "uuid", nullable: true),
                    refusal_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_parties", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_parties_asp_net_users_person_id",
                        column: x => x.person_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_case_parties_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_retentions",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    @class = table.Column<string>(name: "class", type: "character varying(12)", maxLength: 12, nullable: false),
                    years = table.Column<int>(type: "integer", nullable: true),
                    basis = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    assigned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sealed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sealed_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    files_erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_retentions", x => x.case_id);
                    table.CheckConstraint("ck_case_retentions_term", "ends_on is null or ends_on > ended_on");
                    table.ForeignKey(
                        name: "fk_case_retentions_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "deletion_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    answer_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deletion_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_deletion_requests_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "different_times",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    room_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    turn_hours = table.Column<int>(type: "integer", nullable: false),
                    answers = table.Column<string>(type: "jsonb", nullable: false),
                    agreed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    end = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    turn_party_id = table.Column<Guid>(type: "uuid", nullable: true),
                    turn_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    turn_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    remind_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_different_times", x => x.id);
                    table.CheckConstraint("ck_different_times_end", "(ended_at is null) = (\"end\" is null)");
                    table.ForeignKey(
                        name: "fk_different_times_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_different_times_room_row_room_id",
                        column: x => x.room_id,
                        principalTable: "rooms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "edit_leases",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    desk = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_edit_leases", x => x.case_id);
                    table.CheckConstraint("ck_edit_leases_time", "since <= until");
                    table.ForeignKey(
                        name: "fk_edit_leases_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "exhibits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    media_type = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    room_id = table.Column<Guid>(type: "uuid", nullable: true),
                    room_sequence = table.Column<long>(type: "bigint", nullable: true),
                    client_message_id = table.Column<Guid>(type: "uuid", nullable: true),
                    copy_of = table.Column<Guid>(type: "uuid", nullable: true),
                    uploaded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    uploaded_by_name = table.Column<string>(type: "text", nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exhibits", x => x.id);
                    table.CheckConstraint("ck_exhibits_one_place", "case_id is null or room_id is null");
                    table.CheckConstraint("ck_exhibits_sha256", "sha256 ~ '^[0-9a-f]{64}$'");
                    table.ForeignKey(
                        name: "fk_exhibits_asp_net_users_uploaded_by",
                        column: x => x.uploaded_by,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_exhibits_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "guidance_questions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    pairing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    area_code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    subject = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    facts = table.Column<string>(type: "character varying(3000)", maxLength: 3000, nullable: false),
                    question = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    vouched = table.Column<string>(type: "jsonb", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_guidance_questions", x => x.id);
                    table.CheckConstraint("ck_guidance_questions_state", "(state = 'Closed') = (closed_at is not null) and (state <> 'Open' or owner_id is null) and (state not in ('Taken', 'AskedBack', 'Answered') or owner_id is not null)");
                    table.ForeignKey(
                        name: "fk_guidance_questions_asp_net_users_asked_by",
                        column: x => x.asked_by,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_guidance_questions_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_guidance_questions_pairing_pairing_id",
                        column: x => x.pairing_id,
                        principalTable: "pairings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "legal_holds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    requester = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    placed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    placed_by_name = table.Column<string>(type: "text", nullable: false),
                    placed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    released_by = table.Column<Guid>(type: "uuid", nullable: true),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    release_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_holds", x => x.id);
                    table.ForeignKey(
                        name: "fk_legal_holds_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partner_filings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    desk = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    subject = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    packet = table.Column<byte[]>(type: "bytea", nullable: false),
                    packet_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    receipt = table.Column<byte[]>(type: "bytea", nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answers_taken = table.Column<int>(type: "integer", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    next_try_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_fault = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partner_filings", x => x.id);
                    table.CheckConstraint("ck_partner_filings_received", "(receipt is null) = (received_at is null)");
                    table.ForeignKey(
                        name: "fk_partner_filings_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "room_guests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    room_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    contact = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    capacity = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    languages = table.Column<string[]>(type: "text[]", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answers = table.Column<string>(type: "jsonb", nullable: false),
                    invited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    undertook_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    words_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_room_guests", x => x.id);
                    table.CheckConstraint("ck_room_guests_order", "(undertook_at is null) = (words_sha256 is null) and (undertook_at is null or (person_id is not null and invited_at is not null))");
                    table.ForeignKey(
                        name: "fk_room_guests_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_room_guests_room_row_room_id",
                        column: x => x.room_id,
                        principalTable: "rooms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "seal_openings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reader_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reader_name = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    opened_by = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_by_name = table.Column<string>(type: "text", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seal_openings", x => x.id);
                    table.ForeignKey(
                        name: "fk_seal_openings_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sheets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    asked = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    answers = table.Column<string>(type: "jsonb", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sheets", x => x.id);
                    table.CheckConstraint("ck_sheets_state", "(state = 'Draft') = (hash is null) and (state = 'Confirmed') = (confirmed_at is not null)");
                    table.ForeignKey(
                        name: "fk_sheets_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sittings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mediator_person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    proposed = table.Column<string>(type: "jsonb", nullable: false),
                    answers = table.Column<string>(type: "jsonb", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    minutes = table.Column<int>(type: "integer", nullable: true),
                    place = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    remind_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sittings", x => x.id);
                    table.CheckConstraint("ck_sittings_fixed", "state <> 'Fixed' or starts_at is not null");
                    table.CheckConstraint("ck_sittings_remind", "remind_at is null or state = 'Fixed'");
                    table.CheckConstraint("ck_sittings_slot", "(starts_at is null) = (minutes is null) and minutes between 15 and 480");
                    table.ForeignKey(
                        name: "fk_sittings_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "enterprise_speakers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    enterprise_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mandate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    scope = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_enterprise_speakers", x => x.id);
                    table.ForeignKey(
                        name: "fk_enterprise_speakers_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_enterprise_speakers_enterprise_enterprise_id",
                        column: x => x.enterprise_id,
                        principalTable: "enterprises",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_enterprise_speakers_mandate_mandate_id",
                        column: x => x.mandate_id,
                        principalTable: "enterprise_mandates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agreement_readings",
                columns: table => new
                {
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_readings", x => new { x.agreement_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_agreement_readings_agreement_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agreement_showings",
                columns: table => new
                {
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_showings", x => new { x.agreement_id, x.version });
                    table.ForeignKey(
                        name: "fk_agreement_showings_agreement_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agreement_versions",
                columns: table => new
                {
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    origin = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    restored_from = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_versions", x => new { x.agreement_id, x.number });
                    table.CheckConstraint("ck_agreement_versions_number", "number > 0");
                    table.CheckConstraint("ck_agreement_versions_restored", "(origin = 'Restored') = (restored_from is not null)");
                    table.ForeignKey(
                        name: "fk_agreement_versions_agreements_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "draft_comments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: true),
                    quote = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    client_message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    resolved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    resolved_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_draft_comments", x => x.id);
                    table.CheckConstraint("ck_draft_comments_number", "(number is not null) = (place in ('Clause', 'Obligation'))");
                    table.CheckConstraint("ck_draft_comments_resolved", "(resolved_at is null) = (resolved_by is null)");
                    table.ForeignKey(
                        name: "fk_draft_comments_agreements_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "enforcement_acceptances",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    frozen_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    method = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    evidence = table.Column<string>(type: "text", nullable: true),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_enforcement_acceptances", x => x.id);
                    table.ForeignKey(
                        name: "fk_enforcement_acceptances_agreements_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_enforcement_acceptances_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "performances",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    effective_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    follow_up_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reminded_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_performances", x => x.id);
                    table.ForeignKey(
                        name: "fk_performances_agreements_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_performances_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "signing_rounds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    frozen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    voided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    voided_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signing_rounds", x => x.id);
                    table.ForeignKey(
                        name: "fk_signing_rounds_agreements_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "complaints",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    target = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    matter = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mediator_person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    mediator_name = table.Column<string>(type: "text", nullable: true),
                    filed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    finding = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_complaints", x => x.id);
                    table.CheckConstraint("ck_complaints_answered", "(answered_at is null) = (answer is null) and (answered_at is null) = (finding is null)");
                    table.ForeignKey(
                        name: "fk_complaints_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_complaints_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_complaints_party_party_id",
                        column: x => x.party_id,
                        principalTable: "case_parties",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invitation_marks",
                columns: table => new
                {
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    step = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitation_marks", x => new { x.party_id, x.step });
                    table.ForeignKey(
                        name: "fk_invitation_marks_party_party_id",
                        column: x => x.party_id,
                        principalTable: "case_parties",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "party_opinions",
                columns: table => new
                {
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_applicant = table.Column<bool>(type: "boolean", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    heard = table.Column<int>(type: "integer", nullable: false),
                    neutral = table.Column<int>(type: "integer", nullable: false),
                    understood = table.Column<int>(type: "integer", nullable: false),
                    overall = table.Column<int>(type: "integer", nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_party_opinions", x => x.party_id);
                    table.CheckConstraint("ck_party_opinions_scores", "heard between 1 and 5 and neutral between 1 and 5 and understood between 1 and 5 and overall between 1 and 5");
                    table.ForeignKey(
                        name: "fk_party_opinions_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_party_opinions_party_party_id",
                        column: x => x.party_id,
                        principalTable: "case_parties",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "paper_parts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    clauses = table.Column<string[]>(type: "text[]", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    text = table.Column<string>(type: "jsonb", nullable: true),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    scan_id = table.Column<Guid>(type: "uuid", nullable: true),
                    scan_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_parts", x => x.id);
                    table.CheckConstraint("ck_paper_parts_signed", "(state = 'SignedByHand') = (signed_on is not null) and (signed_on is null) = (scan_id is null)");
                    table.CheckConstraint("ck_paper_parts_text", "(state = 'Collecting') = (text is null) and (text is null) = (hash is null)");
                    table.ForeignKey(
                        name: "fk_paper_parts_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_paper_parts_exhibits_scan_id",
                        column: x => x.scan_id,
                        principalTable: "exhibits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "guidance_steps",
                columns: table => new
                {
                    question_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    act = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    client_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    articles = table.Column<string>(type: "jsonb", nullable: false),
                    vouched = table.Column<string>(type: "jsonb", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_guidance_steps", x => new { x.question_id, x.position });
                    table.ForeignKey(
                        name: "fk_guidance_steps_guidance_questions_question_id",
                        column: x => x.question_id,
                        principalTable: "guidance_questions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "follow_up_answers",
                columns: table => new
                {
                    performance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finding = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    satisfaction = table.Column<int>(type: "integer", nullable: false),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_follow_up_answers", x => new { x.performance_id, x.party_id });
                    table.CheckConstraint("ck_follow_up_answers_satisfaction", "satisfaction between 1 and 5");
                    table.ForeignKey(
                        name: "fk_follow_up_answers_performance_performance_id",
                        column: x => x.performance_id,
                        principalTable: "performances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "followed_obligations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    performance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    obligor_party_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    obligee_party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: true),
                    what = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    manner = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_followed_obligations", x => x.id);
                    table.CheckConstraint("ck_followed_obligations_amount", "amount_fen is null or amount_fen > 0");
                    table.ForeignKey(
                        name: "fk_followed_obligations_performance_performance_id",
                        column: x => x.performance_id,
                        principalTable: "performances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "performance_reminders",
                columns: table => new
                {
                    performance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_performance_reminders", x => new { x.performance_id, x.number, x.party_id, x.kind });
                    table.ForeignKey(
                        name: "fk_performance_reminders_performances_performance_id",
                        column: x => x.performance_id,
                        principalTable: "performances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outcomes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    frozen_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    code = table.Column<string>(type: "character varying(19)", maxLength: 19, nullable: false),
                    effective_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    prepared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    next_try_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_fault = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    timestamp_pending = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outcomes", x => x.id);
                    table.CheckConstraint("ck_outcomes_ready", "(state = 'Ready') = (sha256 is not null)");
                    table.ForeignKey(
                        name: "fk_outcomes_signing_round_round_id",
                        column: x => x.round_id,
                        principalTable: "signing_rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "signatures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    role = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    signs_for = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    signed_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    typed_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    method = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    address = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    device = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    evidence = table.Column<string>(type: "text", nullable: true),
                    certified = table.Column<byte[]>(type: "bytea", nullable: true),
                    declined_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    declined_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signatures", x => x.id);
                    table.CheckConstraint("ck_signatures_complete", "(signed_at is null) = (signed_hash is null) and (signed_at is null) = (method is null)");
                    table.CheckConstraint("ck_signatures_one_answer", "signed_at is null or declined_at is null");
                    table.ForeignKey(
                        name: "fk_signatures_signing_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "signing_rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "performance_acts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: true),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: true),
                    on = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    about = table.Column<Guid>(type: "uuid", nullable: true),
                    is_part = table.Column<bool>(type: "boolean", nullable: false),
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_performance_acts", x => x.id);
                    table.CheckConstraint("ck_performance_acts_amount", "amount_fen is null or amount_fen > 0");
                    table.ForeignKey(
                        name: "fk_performance_acts_followed_obligations_obligation_id",
                        column: x => x.obligation_id,
                        principalTable: "followed_obligations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "confirmations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    outcome_id = table.Column<Guid>(type: "uuid", nullable: false),
                    effective_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    packets = table.Column<int>(type: "integer", nullable: false),
                    look_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reminded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    court_case_number = table.Column<string>(type: "text", nullable: true),
                    receipt_number = table.Column<string>(type: "text", nullable: true),
                    packet_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    court_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    court_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    marks = table.Column<string>(type: "jsonb", nullable: true),
                    property_proofs = table.Column<string>(type: "jsonb", nullable: true),
                    seats = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_confirmations", x => x.id);
                    table.CheckConstraint("ck_confirmations_sent", "state not in ('Sending', 'Filed', 'Accepted', 'MoreAsked', 'Confirmed', 'Refused') or (packets > 0 and packet_sha256 is not null)");
                    table.ForeignKey(
                        name: "fk_confirmations_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_confirmations_outcome_outcome_id",
                        column: x => x.outcome_id,
                        principalTable: "outcomes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outcome_documents",
                columns: table => new
                {
                    outcome_id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    pdf = table.Column<byte[]>(type: "bytea", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outcome_documents", x => new { x.outcome_id, x.edition });
                    table.ForeignKey(
                        name: "fk_outcome_documents_outcomes_outcome_id",
                        column: x => x.outcome_id,
                        principalTable: "outcomes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "route_applications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    answer_number = table.Column<string>(type: "text", nullable: true),
                    receipt_number = table.Column<string>(type: "text", nullable: true),
                    packet_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    granted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    collected_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    objected_by_party_id = table.Column<Guid>(type: "uuid", nullable: true),
                    objection = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    outcome_id = table.Column<Guid>(type: "uuid", nullable: false),
                    act = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    represented_by = table.Column<string>(type: "text", nullable: true),
                    id_number = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    contact = table.Column<string>(type: "text", nullable: true),
                    consent = table.Column<string>(type: "text", nullable: false),
                    ground = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    packets = table.Column<int>(type: "integer", nullable: false),
                    look_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    recipient_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recipient_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    items = table.Column<string>(type: "jsonb", nullable: true),
                    marks = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_route_applications", x => x.id);
                    table.CheckConstraint("ck_route_applications_collected", "collected_at is null or (act = 'NotarialDeposit' and granted_at is not null)");
                    table.CheckConstraint("ck_route_applications_deposit", "act <> 'NotarialDeposit' or (ground is not null and reason is not null)");
                    table.CheckConstraint("ck_route_applications_sent", "state = 'Ready' or (packets > 0 and packet_sha256 is not null)");
                    table.ForeignKey(
                        name: "fk_route_applications_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_route_applications_outcomes_outcome_id",
                        column: x => x.outcome_id,
                        principalTable: "outcomes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_asp_net_role_claims_role_id",
                table: "AspNetRoleClaims",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "RoleNameIndex",
                table: "AspNetRoles",
                column: "normalized_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_asp_net_user_claims_user_id",
                table: "AspNetUserClaims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_asp_net_user_logins_user_id",
                table: "AspNetUserLogins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_asp_net_user_passkeys_user_id",
                table: "AspNetUserPasskeys",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_asp_net_user_roles_role_id",
                table: "AspNetUserRoles",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "AspNetUsers",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "AspNetUsers",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agreements_case_id",
                table: "agreements",
                column: "case_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_blind_rounds_closes_at",
                table: "blind_rounds",
                column: "closes_at",
                filter: "state = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_blind_rounds_proposal_id",
                table: "blind_rounds",
                column: "proposal_id");

            migrationBuilder.CreateIndex(
                name: "ix_blind_rounds_room_id_opened_by_id_client_message_id",
                table: "blind_rounds",
                columns: new[] { "room_id", "opened_by_id", "client_message_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_blind_rounds_room_id_sequence",
                table: "blind_rounds",
                columns: new[] { "room_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_calendar_feeds_secret_hash",
                table: "calendar_feeds",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_claims_case_id_position",
                table: "case_claims",
                columns: new[] { "case_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_file_copies_case_id",
                table: "case_file_copies",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_moves_case_id",
                table: "case_moves",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_parties_case_id_person_id",
                table: "case_parties",
                columns: new[] { "case_id", "person_id" },
                unique: true,
                filter: "person_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_case_parties_case_id_position",
                table: "case_parties",
                columns: new[] { "case_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_parties_person_id",
                table: "case_parties",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_retentions_ends_on",
                table: "case_retentions",
                column: "ends_on",
                filter: "files_erased_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_case_retentions_organisation_id_ends_on",
                table: "case_retentions",
                columns: new[] { "organisation_id", "ends_on" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_appointed_at",
                table: "cases",
                column: "appointed_at",
                filter: "stage = 'AwaitingAcceptance'");

            migrationBuilder.CreateIndex(
                name: "ix_cases_filer_id_request_id",
                table: "cases",
                columns: new[] { "filer_id", "request_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cases_mediator_id",
                table: "cases",
                column: "mediator_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_mediator_person_id",
                table: "cases",
                column: "mediator_person_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_number",
                table: "cases",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cases_organisation_id_changed_at",
                table: "cases",
                columns: new[] { "organisation_id", "changed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_complaints_case_id",
                table: "complaints",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_complaints_organisation_id_filed_at",
                table: "complaints",
                columns: new[] { "organisation_id", "filed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_complaints_party_id_client_id",
                table: "complaints",
                columns: new[] { "party_id", "client_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_complaints_party_id_target",
                table: "complaints",
                columns: new[] { "party_id", "target" },
                unique: true,
                filter: "answered_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_confirmations_case_id",
                table: "confirmations",
                column: "case_id",
                unique: true,
                filter: "state not in ('Declined', 'Withdrawn')");

            migrationBuilder.CreateIndex(
                name: "ix_confirmations_look_at",
                table: "confirmations",
                column: "look_at",
                filter: "look_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_confirmations_outcome_id",
                table: "confirmations",
                column: "outcome_id");

            migrationBuilder.CreateIndex(
                name: "ix_deletion_requests_case_id_party_id",
                table: "deletion_requests",
                columns: new[] { "case_id", "party_id" },
                unique: true,
                filter: "answer is null");

            migrationBuilder.CreateIndex(
                name: "ix_deletion_requests_case_id_person_id_request_id",
                table: "deletion_requests",
                columns: new[] { "case_id", "person_id", "request_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_next_attempt_at",
                table: "deliveries",
                column: "next_attempt_at",
                filter: "next_attempt_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_to_created_at",
                table: "deliveries",
                columns: new[] { "to", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_different_times_case_id",
                table: "different_times",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_different_times_remind_at",
                table: "different_times",
                column: "remind_at",
                filter: "remind_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_different_times_room_id",
                table: "different_times",
                column: "room_id",
                unique: true,
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_draft_comments_agreement_id_at",
                table: "draft_comments",
                columns: new[] { "agreement_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_draft_comments_agreement_id_person_id_client_message_id",
                table: "draft_comments",
                columns: new[] { "agreement_id", "person_id", "client_message_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ended_sessions_ended_at",
                table: "ended_sessions",
                column: "ended_at");

            migrationBuilder.CreateIndex(
                name: "ix_enforcement_acceptances_agreement_id",
                table: "enforcement_acceptances",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_enforcement_acceptances_case_id",
                table: "enforcement_acceptances",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_enforcement_acceptances_party_id_frozen_hash",
                table: "enforcement_acceptances",
                columns: new[] { "party_id", "frozen_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_enterprise_butlers_organisation_id",
                table: "enterprise_butlers",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_enterprise_butlers_person_id",
                table: "enterprise_butlers",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_enterprise_mandates_contact",
                table: "enterprise_mandates",
                column: "contact",
                filter: "person_id is null and ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_enterprise_mandates_enterprise_id_contact",
                table: "enterprise_mandates",
                columns: new[] { "enterprise_id", "contact" },
                unique: true,
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_enterprise_mandates_person_id",
                table: "enterprise_mandates",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_enterprise_mandates_valid_to",
                table: "enterprise_mandates",
                column: "valid_to",
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_enterprise_speakers_case_id",
                table: "enterprise_speakers",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_enterprise_speakers_enterprise_id_case_id",
                table: "enterprise_speakers",
                columns: new[] { "enterprise_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_enterprise_speakers_mandate_id",
                table: "enterprise_speakers",
                column: "mandate_id");

            migrationBuilder.CreateIndex(
                name: "ix_enterprises_credit_code",
                table: "enterprises",
                column: "credit_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_enterprises_room_id",
                table: "enterprises",
                column: "room_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_exhibits_case_id",
                table: "exhibits",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_exhibits_uploaded_by_room_id_client_message_id",
                table: "exhibits",
                columns: new[] { "uploaded_by", "room_id", "client_message_id" },
                unique: true,
                filter: "room_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_followed_obligations_due_on",
                table: "followed_obligations",
                column: "due_on");

            migrationBuilder.CreateIndex(
                name: "ix_followed_obligations_performance_id_number",
                table: "followed_obligations",
                columns: new[] { "performance_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_guidance_questions_asked_by",
                table: "guidance_questions",
                column: "asked_by");

            migrationBuilder.CreateIndex(
                name: "ix_guidance_questions_case_id_client_id",
                table: "guidance_questions",
                columns: new[] { "case_id", "client_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_guidance_questions_number",
                table: "guidance_questions",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_guidance_questions_pairing_id_asked_at",
                table: "guidance_questions",
                columns: new[] { "pairing_id", "asked_at" },
                filter: "state <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_guidance_steps_question_id_client_id",
                table: "guidance_steps",
                columns: new[] { "question_id", "client_id" },
                unique: true,
                filter: "client_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_held_messages_client_message_id_author_id_room_id",
                table: "held_messages",
                columns: new[] { "client_message_id", "author_id", "room_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_held_messages_room_id",
                table: "held_messages",
                column: "room_id",
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_held_messages_room_id_author_id",
                table: "held_messages",
                columns: new[] { "room_id", "author_id" });

            migrationBuilder.CreateIndex(
                name: "ix_legal_guides_pairing_id_person_id",
                table: "legal_guides",
                columns: new[] { "pairing_id", "person_id" },
                unique: true,
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_legal_guides_person_id",
                table: "legal_guides",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_legal_holds_case_id",
                table: "legal_holds",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_log_leaves_leaf",
                table: "log_leaves",
                column: "leaf",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_log_leaves_position",
                table: "log_leaves",
                column: "position",
                filter: "act is not null");

            migrationBuilder.CreateIndex(
                name: "ix_mediator_leaves_person_id_last_day",
                table: "mediator_leaves",
                columns: new[] { "person_id", "last_day" },
                filter: "cancelled_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_mediators_name_letters",
                table: "mediators",
                column: "name_letters")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_mediators_organisation_id",
                table: "mediators",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_mediators_person_id",
                table: "mediators",
                column: "person_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mediators_skills",
                table: "mediators",
                column: "skills")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_one_time_codes_address_created_at",
                table: "one_time_codes",
                columns: new[] { "address", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_one_time_codes_contact_created_at",
                table: "one_time_codes",
                columns: new[] { "contact", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_one_time_codes_created_at",
                table: "one_time_codes",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_one_use_links_token_hash",
                table: "one_use_links",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_operator_seats_organisation_id",
                table: "operator_seats",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_duty_list",
                table: "organisations",
                column: "duty_list")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_name_letters",
                table: "organisations",
                column: "name_letters")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_parent_id",
                table: "organisations",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_path",
                table: "organisations",
                column: "path",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outcomes_agreement_id",
                table: "outcomes",
                column: "agreement_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outcomes_case_id",
                table: "outcomes",
                column: "case_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outcomes_code",
                table: "outcomes",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outcomes_next_try_at",
                table: "outcomes",
                column: "next_try_at",
                filter: "state = 'Preparing' or timestamp_pending");

            migrationBuilder.CreateIndex(
                name: "ix_outcomes_round_id",
                table: "outcomes",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ix_outcomes_sha256",
                table: "outcomes",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "ix_pairings_made_by",
                table: "pairings",
                column: "made_by");

            migrationBuilder.CreateIndex(
                name: "ix_pairings_organisation_id_partner_id",
                table: "pairings",
                columns: new[] { "organisation_id", "partner_id" },
                unique: true,
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_pairings_partner_id",
                table: "pairings",
                column: "partner_id");

            migrationBuilder.CreateIndex(
                name: "ix_paper_parts_case_id",
                table: "paper_parts",
                column: "case_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_paper_parts_scan_id",
                table: "paper_parts",
                column: "scan_id");

            migrationBuilder.CreateIndex(
                name: "ix_partner_filings_case_id",
                table: "partner_filings",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_partner_filings_desk_next_try_at",
                table: "partner_filings",
                columns: new[] { "desk", "next_try_at" },
                filter: "closed_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_partner_filings_subject_id_number",
                table: "partner_filings",
                columns: new[] { "subject_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_party_opinions_case_id",
                table: "party_opinions",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_party_opinions_organisation_id_given_at",
                table: "party_opinions",
                columns: new[] { "organisation_id", "given_at" });

            migrationBuilder.CreateIndex(
                name: "ix_passkey_ceremonies_created_at",
                table: "passkey_ceremonies",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_performance_acts_about",
                table: "performance_acts",
                column: "about",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_performance_acts_obligation_id_person_id_request_id",
                table: "performance_acts",
                columns: new[] { "obligation_id", "person_id", "request_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_performance_acts_obligation_id_position",
                table: "performance_acts",
                columns: new[] { "obligation_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_performances_agreement_id",
                table: "performances",
                column: "agreement_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_performances_case_id",
                table: "performances",
                column: "case_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_performances_follow_up_on",
                table: "performances",
                column: "follow_up_on");

            migrationBuilder.CreateIndex(
                name: "ix_proposals_counter_to",
                table: "proposals",
                column: "counter_to");

            migrationBuilder.CreateIndex(
                name: "ix_proposals_room_id_proposed_by_id_client_message_id",
                table: "proposals",
                columns: new[] { "room_id", "proposed_by_id", "client_message_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_proposals_room_id_sequence",
                table: "proposals",
                columns: new[] { "room_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_push_devices_endpoint",
                table: "push_devices",
                column: "endpoint",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_push_devices_person_id",
                table: "push_devices",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_push_devices_session_id",
                table: "push_devices",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_push_tellings_room_id",
                table: "push_tellings",
                column: "room_id");

            migrationBuilder.CreateIndex(
                name: "ix_room_checkpoints_position",
                table: "room_checkpoints",
                column: "position",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_room_entries_client_message_id_author_id_room_id",
                table: "room_entries",
                columns: new[] { "client_message_id", "author_id", "room_id" },
                unique: true,
                filter: "client_message_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_room_guests_case_id",
                table: "room_guests",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_room_guests_person_id",
                table: "room_guests",
                column: "person_id",
                filter: "person_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_room_guests_room_id",
                table: "room_guests",
                column: "room_id");

            migrationBuilder.CreateIndex(
                name: "ix_room_members_person_id",
                table: "room_members",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_room_members_room_id",
                table: "room_members",
                column: "room_id",
                filter: "joined or standing = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_room_waits_case_id",
                table: "room_waits",
                column: "case_id",
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_room_waits_room_id_person_id",
                table: "room_waits",
                columns: new[] { "room_id", "person_id" },
                unique: true,
                filter: "ended_at is null")
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_rooms_case_id_kind_caucus_party_id",
                table: "rooms",
                columns: new[] { "case_id", "kind", "caucus_party_id" },
                unique: true,
                filter: "case_id is not null")
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_rooms_enterprise_id",
                table: "rooms",
                column: "enterprise_id",
                unique: true,
                filter: "enterprise_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_route_applications_case_id_party_id_client_id",
                table: "route_applications",
                columns: new[] { "case_id", "party_id", "client_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_route_applications_look_at",
                table: "route_applications",
                column: "look_at",
                filter: "look_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_route_applications_outcome_id",
                table: "route_applications",
                column: "outcome_id");

            migrationBuilder.CreateIndex(
                name: "ix_seal_openings_case_id_reader_id",
                table: "seal_openings",
                columns: new[] { "case_id", "reader_id" });

            migrationBuilder.CreateIndex(
                name: "ix_sheets_case_id_kind_number",
                table: "sheets",
                columns: new[] { "case_id", "kind", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_signatures_round_id_position",
                table: "signatures",
                columns: new[] { "round_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_signing_rounds_agreement_id",
                table: "signing_rounds",
                column: "agreement_id",
                unique: true,
                filter: "voided_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_sittings_case_id",
                table: "sittings",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_sittings_case_id1",
                table: "sittings",
                column: "case_id",
                unique: true,
                filter: "state = 'Proposed'");

            migrationBuilder.CreateIndex(
                name: "ix_sittings_mediator_person_id_starts_at",
                table: "sittings",
                columns: new[] { "mediator_person_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_sittings_remind_at",
                table: "sittings",
                column: "remind_at",
                filter: "remind_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_snippets_organisation_id",
                table: "snippets",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_snippets_owner_id_organisation_id_shortcut",
                table: "snippets",
                columns: new[] { "owner_id", "organisation_id", "shortcut" },
                unique: true,
                filter: "replaced_at is null")
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_snippets_snippet_id",
                table: "snippets",
                column: "snippet_id",
                unique: true,
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_snippets_snippet_id_version",
                table: "snippets",
                columns: new[] { "snippet_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_statute_articles_statute_version_of_label",
                table: "statute_articles",
                columns: new[] { "statute", "version_of", "label" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AspNetRoleClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserPasskeys");

            migrationBuilder.DropTable(
                name: "AspNetUserRoles");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "agreement_readings");

            migrationBuilder.DropTable(
                name: "agreement_showings");

            migrationBuilder.DropTable(
                name: "agreement_versions");

            migrationBuilder.DropTable(
                name: "attention_limits");

            migrationBuilder.DropTable(
                name: "blind_bids");

            migrationBuilder.DropTable(
                name: "calendar_feeds");

            migrationBuilder.DropTable(
                name: "case_claims");

            migrationBuilder.DropTable(
                name: "case_erasures");

            migrationBuilder.DropTable(
                name: "case_file_copies");

            migrationBuilder.DropTable(
                name: "case_moves");

            migrationBuilder.DropTable(
                name: "case_notes");

            migrationBuilder.DropTable(
                name: "case_number_years");

            migrationBuilder.DropTable(
                name: "case_retentions");

            migrationBuilder.DropTable(
                name: "complaints");

            migrationBuilder.DropTable(
                name: "confirmations");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "deletion_requests");

            migrationBuilder.DropTable(
                name: "deliveries");

            migrationBuilder.DropTable(
                name: "different_times");

            migrationBuilder.DropTable(
                name: "draft_comments");

            migrationBuilder.DropTable(
                name: "edit_leases");

            migrationBuilder.DropTable(
                name: "ended_sessions");

            migrationBuilder.DropTable(
                name: "enforcement_acceptances");

            migrationBuilder.DropTable(
                name: "enterprise_butlers");

            migrationBuilder.DropTable(
                name: "enterprise_speakers");

            migrationBuilder.DropTable(
                name: "entry_erasures");

            migrationBuilder.DropTable(
                name: "follow_up_answers");

            migrationBuilder.DropTable(
                name: "guidance_steps");

            migrationBuilder.DropTable(
                name: "held_messages");

            migrationBuilder.DropTable(
                name: "invitation_marks");

            migrationBuilder.DropTable(
                name: "legal_guides");

            migrationBuilder.DropTable(
                name: "legal_holds");

            migrationBuilder.DropTable(
                name: "log_timestamps");

            migrationBuilder.DropTable(
                name: "mediator_leaves");

            migrationBuilder.DropTable(
                name: "one_time_codes");

            migrationBuilder.DropTable(
                name: "one_use_links");

            migrationBuilder.DropTable(
                name: "operator_seats");

            migrationBuilder.DropTable(
                name: "outcome_documents");

            migrationBuilder.DropTable(
                name: "paper_parts");

            migrationBuilder.DropTable(
                name: "partner_filings");

            migrationBuilder.DropTable(
                name: "party_opinions");

            migrationBuilder.DropTable(
                name: "passkey_ceremonies");

            migrationBuilder.DropTable(
                name: "performance_acts");

            migrationBuilder.DropTable(
                name: "performance_reminders");

            migrationBuilder.DropTable(
                name: "proposal_answers");

            migrationBuilder.DropTable(
                name: "push_devices");

            migrationBuilder.DropTable(
                name: "push_tellings");

            migrationBuilder.DropTable(
                name: "read_positions");

            migrationBuilder.DropTable(
                name: "reauthentication_proofs");

            migrationBuilder.DropTable(
                name: "retention_policies");

            migrationBuilder.DropTable(
                name: "room_agendas");

            migrationBuilder.DropTable(
                name: "room_checkpoints");

            migrationBuilder.DropTable(
                name: "room_entries");

            migrationBuilder.DropTable(
                name: "room_guests");

            migrationBuilder.DropTable(
                name: "room_heads");

            migrationBuilder.DropTable(
                name: "room_members");

            migrationBuilder.DropTable(
                name: "room_waits");

            migrationBuilder.DropTable(
                name: "route_applications");

            migrationBuilder.DropTable(
                name: "seal_openings");

            migrationBuilder.DropTable(
                name: "sheets");

            migrationBuilder.DropTable(
                name: "signatures");

            migrationBuilder.DropTable(
                name: "simulated_filings");

            migrationBuilder.DropTable(
                name: "sittings");

            migrationBuilder.DropTable(
                name: "snippets");

            migrationBuilder.DropTable(
                name: "statute_articles");

            migrationBuilder.DropTable(
                name: "AspNetRoles");

            migrationBuilder.DropTable(
                name: "blind_rounds");

            migrationBuilder.DropTable(
                name: "enterprise_mandates");

            migrationBuilder.DropTable(
                name: "guidance_questions");

            migrationBuilder.DropTable(
                name: "log_checkpoints");

            migrationBuilder.DropTable(
                name: "exhibits");

            migrationBuilder.DropTable(
                name: "case_parties");

            migrationBuilder.DropTable(
                name: "followed_obligations");

            migrationBuilder.DropTable(
                name: "log_leaves");

            migrationBuilder.DropTable(
                name: "outcomes");

            migrationBuilder.DropTable(
                name: "proposals");

            migrationBuilder.DropTable(
                name: "enterprises");

            migrationBuilder.DropTable(
                name: "pairings");

            migrationBuilder.DropTable(
                name: "performances");

            migrationBuilder.DropTable(
                name: "signing_rounds");

            migrationBuilder.DropTable(
                name: "rooms");

            migrationBuilder.DropTable(
                name: "agreements");

            migrationBuilder.DropTable(
                name: "cases");

            migrationBuilder.DropTable(
                name: "mediators");

            migrationBuilder.DropTable(
                name: "AspNetUsers");

            migrationBuilder.DropTable(
                name: "organisations");
        }
    }
}
