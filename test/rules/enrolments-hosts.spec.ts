import { clusterAddress } from '../../server/database/hosts';

describe('The address of the database', () => {
  it('may name several hosts of one cluster, each with its port', () => {
    expect(clusterAddress('mariadb://user:p%40w@h1:3306,h2:3307,10.0.0.3/name')).toEqual({
      ...{ user: 'user', password: 'p@w', database: 'name' },
      hosts: [
        { host: 'h1', port: 3306 },
        { host: 'h2', port: 3307 },
        { host: '10.0.0.3', port: 3306 },
      ],
    });
    expect(clusterAddress('mariadb://root@h1:1,h2:2/name')).toMatchObject({ user: 'root', password: '' });
  });

  it('of one host is left as it is', () => {
    expect(clusterAddress('mariadb://root@h1:3306/name')).toBeUndefined();
    expect(clusterAddress('mysql://root:a@h1/name')).toBeUndefined();
  });
});
