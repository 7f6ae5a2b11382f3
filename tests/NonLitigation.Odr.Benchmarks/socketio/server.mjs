// What others would pick: socket.io with its Redis adapter, and one insert a message into PostgreSQL before the broadcast.
// node server.mjs PORT; ODR_BENCH_OWNER_URI and ODR_BENCH_REDIS_URI name the stores.
import { createServer } from "node:http";
import { createAdapter } from "@socket.io/redis-adapter";
import pg from "pg";
import { createClient } from "redis";
import { Server } from "socket.io";

const pool = new pg.Pool({ connectionString: process.env.ODR_BENCH_OWNER_URI, max: 20 });
const publisher = createClient({ url: process.env.ODR_BENCH_REDIS_URI });
const subscriber = publisher.duplicate();
await Promise.all([publisher.connect(), subscriber.connect()]);
const http = createServer((request, response) => {
  if (global.gc) global.gc();
  response.end(request.url === "/bench/settle" ? String(process.memoryUsage().rss) : "ok");
});
const io = new Server(http, { adapter: createAdapter(publisher, subscriber, { key: "bench-socketio" }), transports: ["websocket"], serveClient: false });
const insert = {
  name: "insert",
  text: 'insert into naive_messages ("RoomId", "ClientMessageId", "AuthorName", "Text", "SentAt") values ($1, $2, $3, $4, $5) returning "Id"',
};
const hash = "0".repeat(64);

io.on("connection", (socket) => {
  socket.on("EnterRoom", (request, answer) => {
    socket.join(request.roomId);
    answer({});
  });
  socket.on("PostMessage", async (request, answer) => {
    const sentAt = new Date();
    const { rows } = await pool.query({ ...insert, values: [request.roomId, request.clientMessageId, "李海生", request.text, sentAt] });
    const sequence = Number(rows[0].Id);
    io.to(request.roomId).emit("MessagePosted", {
      roomId: request.roomId, sequence, kind: "Message", authorId: request.roomId, authorName: "李海生", authorRole: "Applicant", sentAt,
      clientMessageId: request.clientMessageId, replyTo: null, entryHash: hash, body: { text: request.text, type: "text" },
    });
    answer({ roomId: request.roomId, clientMessageId: request.clientMessageId, sequence, sentAt, entryHash: hash });
  });
});
http.listen(Number(process.argv[2]), "127.0.0.1");
